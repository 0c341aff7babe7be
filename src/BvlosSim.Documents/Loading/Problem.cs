namespace BvlosSim.Documents.Loading;

/// <summary>Something wrong with a document, with its place and what to do about it.</summary>
/// <param name="Type">Machine token of the contract, such as <c>missing</c> or <c>greater_than</c>.</param>
/// <param name="Path">Keys and 0-based indices joined by dots, such as <c>route.1.lat</c>; null for the whole document.</param>
/// <param name="Line">Line, from 1; 0 when the place is the whole document.</param>
/// <param name="Column">Column, from 1; 0 when the place is the whole document.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record Problem(string Type, string? Path, int Line, int Column, string Message);

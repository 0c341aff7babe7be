using BvlosSim.Documents.Loading;

namespace BvlosSim.Documents.Binding;

/// <summary>Why a rule is violated.</summary>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Place">Where a person should look; null = the object itself.</param>
public sealed record Violation(string Message, DocumentNode? Place = null);

/// <summary>Looks whether a rule holds.</summary>
/// <typeparam name="T">What the object is bound to.</typeparam>
/// <param name="value">The object.</param>
/// <param name="node">Where it was written, to name a place inside it.</param>
/// <returns>Null when the rule holds.</returns>
public delegate Violation? RuleCheck<in T>(T value, DocumentNode node);

/// <summary>
/// A rule between the fields of an object. Rules are looked at in order, once the object and everything inside it
/// is free of problems; the first violated one is the only one reported.
/// </summary>
/// <typeparam name="T">What the object is bound to.</typeparam>
/// <param name="Statement">What must hold, one line for the documentation.</param>
/// <param name="Check">Looks whether it holds.</param>
public sealed record Rule<T>(string Statement, RuleCheck<T> Check);

/// <summary>Declares rules.</summary>
public static class Rule
{
    /// <summary>Declares a rule whose message says what the statement says.</summary>
    /// <typeparam name="T">What the object is bound to.</typeparam>
    /// <param name="statement">What must hold.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="remedy">What to do when it does not.</param>
    public static Rule<T> That<T>(string statement, Func<T, bool> holds, string remedy) =>
        new(statement, (value, _) => holds(value) ? null : new Violation($"Violated rule: {statement}. {remedy}"));
}

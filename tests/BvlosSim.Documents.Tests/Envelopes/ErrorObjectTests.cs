using System.Text;
using BvlosSim.Documents.Envelopes;
using BvlosSim.Values;

namespace BvlosSim.Documents.Tests.Envelopes;

public class ErrorObjectTests
{
    [Fact]
    public void Members_come_in_order_and_details_only_when_there_are_any() => Assert.Equal(
        "{\n  \"command\": \"estimate\",\n  \"status\": \"error\",\n  \"message\": \"n\\u00f6\"\n}\n", Render("estimate", "nö", ScalarMap.Empty));

    [Fact]
    public void Details_keep_their_order_and_are_not_rounded() => Assert.Equal(
        "{\n  \"command\": \"c\",\n  \"status\": \"error\",\n  \"message\": \"m\",\n  \"details\": {\n    \"z\": 0.123456789012,\n    \"a\": 3,\n    \"n\": null,\n    \"t\": \"x\",\n    \"b\": false,\n    \"i\": null\n  }\n}\n",
        Render("c", "m", ScalarMap.Of(("z", 0.123456789012), ("a", 3), ("n", default), ("t", "x"), ("b", false), ("i", double.NaN))));

    private static string Render(string command, string message, ScalarMap details) =>
        Encoding.UTF8.GetString(ErrorObject.Render(command, message, details));
}

using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using BvlosSim.Estimation;
using BvlosSim.Values;

namespace BvlosSim.Tests.Architecture;

/// <summary>What the shape of the code promises: floors, immutable values, one complete registry for each closed set.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(MissionEstimator).Assembly;

    /// <summary>Each project and the projects of ours that it may reference.</summary>
    private static readonly Dictionary<string, string[]> Floors = new(StringComparer.Ordinal)
    {
        ["BvlosSim.Geodesy"] = [],
        ["BvlosSim.AtomicFiles"] = [],
        ["BvlosSim"] = ["BvlosSim.Geodesy"],
        ["BvlosSim.Documents"] = ["BvlosSim", "BvlosSim.Geodesy", "BvlosSim.AtomicFiles"],
        ["BvlosSim.Sitl"] = ["BvlosSim.Documents", "BvlosSim", "BvlosSim.Geodesy", "BvlosSim.AtomicFiles"],
        ["BvlosSim.FlightLogs"] = ["BvlosSim.Documents", "BvlosSim", "BvlosSim.Geodesy", "BvlosSim.AtomicFiles"],
        ["BvlosSim.Cli"] =
        [
            "BvlosSim.Sitl", "BvlosSim.FlightLogs", "BvlosSim.Documents", "BvlosSim", "BvlosSim.Geodesy", "BvlosSim.AtomicFiles",
        ],
    };

    [Fact]
    public void References_only_point_down()
    {
        string source = typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SourceFolder").Value!;
        string[] projects = Directory.GetFiles(source, "*.csproj", SearchOption.AllDirectories);
        Assert.Contains(projects, p => Path.GetFileName(p) == "BvlosSim.csproj");
        foreach (string project in projects)
        {
            string name = Path.GetFileNameWithoutExtension(project);
            Assert.True(Floors.TryGetValue(name, out string[]? allowed), $"{name} has no floor yet");
            IEnumerable<string> references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.Empty(references.Except(allowed));
        }
    }

    [Fact]
    public void The_domain_uses_geodesy_the_base_library_and_geometry_predicates_alone()
    {
        IEnumerable<string> references = Domain.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.Equal(["BvlosSim.Geodesy", "NetTopologySuite"], references.Where(r => !r.StartsWith("System.", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            typeof(Geodesy.Geodesic).Assembly.GetReferencedAssemblies(), a => !a.Name!.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Public_types_cannot_be_changed()
    {
        var faults = new List<string>();
        foreach (Type type in Domain.GetExportedTypes().Where(t => !t.IsEnum))
        {
            const BindingFlags members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
            faults.AddRange(type.GetFields(members).Where(f => f.IsPublic && !f.IsLiteral && !f.IsInitOnly).Select(f => $"{type}.{f.Name} is a field"));
            faults.AddRange(type.GetFields(members).Where(f => !f.IsLiteral && !f.IsInitOnly && !IsBehindInit(type, f)).Select(f => $"{type}.{f.Name} can change"));
            foreach (PropertyInfo property in type.GetProperties(members).Where(p => p.GetMethod is { IsPublic: true }))
            {
                if (property.SetMethod is { } setter && !IsInit(setter))
                    faults.Add($"{type}.{property.Name} has a setter");
                if (IsMutableCollection(property.PropertyType))
                    faults.Add($"{type}.{property.Name} is a mutable collection");
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void The_rule_against_change_sees_what_it_is_for()
    {
        Assert.True(IsMutableCollection(typeof(List<int>)));
        Assert.True(IsMutableCollection(typeof(double[])));
        Assert.True(IsMutableCollection(typeof(Dictionary<string, int>)));
        Assert.True(IsMutableCollection(typeof(HashSet<int>)));
        Assert.False(IsMutableCollection(typeof(ImmutableArray<int>)));
        Assert.False(IsMutableCollection(typeof(ImmutableArray<int>?)));
        Assert.False(IsMutableCollection(typeof(IReadOnlyList<int>)));
        Assert.False(IsMutableCollection(typeof(string)));
        Assert.False(IsMutableCollection(typeof(ScalarMap)));
        Assert.False(IsInit(typeof(System.Text.StringBuilder).GetProperty("Capacity")!.SetMethod!));
        Assert.True(IsInit(typeof(EstimateResult).GetProperty("Legs")!.SetMethod!));
    }

    [Fact]
    public void Every_closed_set_is_complete_and_unambiguous()
    {
        object[] sets = [.. Sets()];
        Assert.True(sets.Length >= 15);
        foreach (object set in sets)
        {
            Type value = set.GetType().GetGenericArguments()[0];
            var names = (IReadOnlyList<string>)set.GetType().GetProperty("Names")!.GetValue(set)!;
            Assert.Equal(Enum.GetValues(value).Length, names.Count);
            Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
            Assert.DoesNotContain(names, string.IsNullOrWhiteSpace);
            MethodInfo nameOf = set.GetType().GetMethod("NameOf")!;
            Assert.Equal(names, Enum.GetValues(value).Cast<object>().Select(v => (string)nameOf.Invoke(set, [v])!));
        }
    }

    [Fact]
    public void Every_public_enumeration_has_its_closed_set()
    {
        IEnumerable<Type> registered = Sets().Select(set => set.GetType().GetGenericArguments()[0]);
        Assert.Equal([typeof(ScalarKind), typeof(Environment.Obstacles.ObstacleShape)], Domain.GetExportedTypes().Where(t => t.IsEnum).Except(registered));
    }

    [Fact]
    public void Codes_are_written_in_capitals_and_other_tokens_but_airspace_classes_in_small_letters()
    {
        Assert.All(FailureTokens.Codes.Names.Concat(WarningCodes.Set.Names), name => Assert.Matches("^[A-Z][A-Z0-9_]*$", name));
        Assert.All(
            Sets().Where(s => s is not ClosedSet<FailureCode> and not ClosedSet<WarningCode>)
                .SelectMany(s => (IReadOnlyList<string>)s.GetType().GetProperty("Names")!.GetValue(s)!),
            name => Assert.Matches("^([a-z0-9][a-z0-9_.]*|[A-G])$", name));
    }

    [Fact]
    public void The_warnings_that_nobody_can_accept() => Assert.Equal(
        [
            WarningCode.MaxWindExceeded,
            WarningCode.ReserveBelowFailsafeAbortThreshold,
            WarningCode.HomeInForbiddenZone,
            WarningCode.LandingZoneInForbiddenZone,
            WarningCode.WindGridExtrapolated,
            WarningCode.HomeFarFromRoute,
            WarningCode.LimitNotEvaluated,
            WarningCode.DeclaredHeightExceeded,
        ],
        Enum.GetValues<WarningCode>().Where(code => !WarningCodes.IsWaivable(code)));

    /// <summary>All closed sets that the domain declares, public or not.</summary>
    private static IEnumerable<object> Sets() =>
        from type in Domain.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(ClosedSet<>)
        select field.GetValue(null);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    /// <summary>Whether a field is the store of a property that only an initializer sets.</summary>
    private static bool IsBehindInit(Type type, FieldInfo field) =>
        field.Name.StartsWith('<')
        && type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)], BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            is { SetMethod: { } setter }
        && IsInit(setter);

    private static bool IsMutableCollection(Type type) =>
        type.IsArray || (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsClass && type.Assembly != Domain)
        || (type.IsGenericType && (typeof(ICollection<>) == type.GetGenericTypeDefinition() || typeof(IList<>) == type.GetGenericTypeDefinition()));
}

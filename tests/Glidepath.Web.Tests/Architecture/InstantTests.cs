using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Glidepath.Web.Tests.Architecture;

/// <summary>
/// An instant is kept in UTC. Turned into a day or a text without a zone it shows the day of UTC, in Los Angeles the next one from the
/// afternoon on: the compiled code is searched for every way to do that.
/// </summary>
public sealed class InstantTests
{
    /// <summary>Those that have the zone in their hands.</summary>
    private static readonly string[] WithAZone = ["LocalDay.Of", "LocalTime.Of", "LocalTime.Utc"];

    /// <summary>Not for anybody to read.</summary>
    private static readonly string[] ForNobody =
    [
        // Kept in a file or a field, and read by this program again.
        "RestoreMark.Text",
        "AccessEnds.Text",
        "AnchorFile.Text",
        "DestroyedKeys.AppendAsync",
        "StoreBackup.<NoteLastAsync>",
        "BackupFacts.<KeepAsync>",
        "BackupFolder.NameAt",
        "PhoneKeyPair.Value",
        "HelplinePage.get_Started",
        "SafetyHistoryPage.<LoadAsync>",
        // One row for the lock-outs of a minute.
        "AlertWatch.",
        // For whoever runs the machine: in UTC, and it says so.
        "AuditVerifier.<VerifyAsync>",
        "StoreWatch.<>c.<get_Findings>",
        "StoreGate.<PassAsync>",
    ];

    [Theory]
    [InlineData("Glidepath.Treatment")]
    [InlineData("Glidepath.Storage")]
    [InlineData("Glidepath.Application")]
    [InlineData("glidepath-web")]
    public void An_instant_becomes_a_day_or_a_text_only_in_a_zone(string assembly)
    {
        var found = Callers(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"))
            .Where(c => !WithAZone.Contains(c.Caller) && !ForNobody.Any(n => c.Caller.StartsWith(n, StringComparison.Ordinal)))
            .Select(c => $"{c.Caller} calls {c.Called}: use LocalDay.Of, or InZone on a page");
        Assert.True(!found.Any(), string.Join("\n", found.Distinct()));
    }

    [Fact]
    public void The_search_finds_what_it_looks_for() =>
        Assert.Equal(
            ["DateOnly.FromDateTime", "DateTime.ToString", "DateTime.get_Date", "DefaultInterpolatedStringHandler.AppendFormatted"],
            Callers(typeof(InstantTests).Assembly.Location)
                .Where(c => c.Caller == nameof(InstantTests) + "." + nameof(WithoutAZone))
                .Select(c => c.Called)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static string WithoutAZone(DateTime at) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{DateOnly.FromDateTime(at)} {at.Date.Ticks} {at:yyyy} {at.ToString("d", System.Globalization.CultureInfo.InvariantCulture)}"
        );

    private static bool IsBanned(string type, string name) =>
        (type, name) switch
        {
            ("DateOnly" or "TimeOnly", "FromDateTime") => true,
            ("TimeZoneInfo", "ConvertTimeFromUtc" or "ConvertTime") => true,
            ("DateTime", "ToString" or "get_Date" or "get_Today" or "get_Now" or "ToShortDateString" or "ToLongDateString") => true,
            ("TimeProvider", "GetLocalNow") => true,
            _ => false,
        };

    /// <summary>Each method with a call that is banned, read from the compiled code.</summary>
    private static List<(string Caller, string Called)> Callers(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        var banned = Banned(reader);
        var found = new List<(string, string)>();
        foreach (var handle in reader.MethodDefinitions)
        {
            var method = reader.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0)
                continue;
            var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            // A call and its token. What only looks like one would have to hold the very token of a banned method.
            for (var i = 0; i + 5 <= code.Length; i++)
                if (code[i] is 0x28 or 0x6F && banned.TryGetValue(BitConverter.ToInt32(code, i + 1), out var called))
                    found.Add(($"{NameOf(reader, method.GetDeclaringType())}.{reader.GetString(method.Name)}", called));
        }
        return found;
    }

    private static Dictionary<int, string> Banned(MetadataReader reader)
    {
        var banned = new Dictionary<int, string>();
        foreach (var handle in reader.MemberReferences)
        {
            var member = reader.GetMemberReference(handle);
            if (member.Parent.Kind is not HandleKind.TypeReference)
                continue;
            var type = reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name);
            var name = reader.GetString(member.Name);
            if (IsBanned(type, name))
                banned[MetadataTokens.GetToken(handle)] = $"{type}.{name}";
        }
        // A value in a sentence: the method is generic, and what it was made for stands in its blob.
        for (var row = 1; row <= reader.GetTableRowCount(TableIndex.MethodSpec); row++)
        {
            var handle = MetadataTokens.MethodSpecificationHandle(row);
            var made = reader.GetMethodSpecification(handle);
            if (
                made.Method.Kind is HandleKind.MemberReference
                && reader.GetString(reader.GetMemberReference((MemberReferenceHandle)made.Method).Name) == "AppendFormatted"
                && reader.GetBlobReader(made.Signature) is var blob
                && IsOfDateTime(reader, blob)
            )
                banned[MetadataTokens.GetToken(handle)] = "DefaultInterpolatedStringHandler.AppendFormatted";
        }
        return banned;
    }

    private static bool IsOfDateTime(MetadataReader reader, BlobReader blob)
    {
        const int GenericInstance = 0x0A,
            ValueType = 0x11;
        return blob.ReadByte() == GenericInstance
            && blob.ReadCompressedInteger() == 1
            && blob.ReadByte() == ValueType
            && blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == nameof(DateTime);
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(reader, outer)}.{name}" : name;
    }
}

namespace Glidepath.Treatment.Facilities;

/// <summary>One row laid over what is known of its programme: every field and code keeps whose saying it is and of which day.</summary>
internal sealed class ProgrammeMerge(DirectoryFile file)
{
    // The same fact for thousands of programmes is one object.
    private readonly Dictionary<string, ServiceFact> _listed = [];
    private readonly Dictionary<(string Code, DateOnly LastSeen), ServiceFact> _withdrawn = [];

    public Programme New(Guid id, DirectoryRow row) =>
        new()
        {
            Id = id,
            Kind = row.Kind,
            Name = row.Name,
            Branch = row.Branch,
            Phone = row.Phone,
            IntakePhones = row.IntakePhones,
            Website = row.Website,
            Origin = file.Origin,
            Services = [.. row.Codes.Select(Listed)],
        };

    /// <summary>Where two sources did not agree, in the order of the programmes.</summary>
    public List<DirectoryConflict> Conflicts { get; } = [];

    public Programme Over(Programme known, Place place, DirectoryRow row)
    {
        var (sayings, statements) = (new Dictionary<DirectoryField, FieldStatement>(), new List<FieldStatement>());
        var newest = DirectorySources.Of(known.Origin) == file.Source || file.AsOf >= known.Origin.AsOf ? file.Origin : known.Origin;
        foreach (var field in Enum.GetValues<DirectoryField>())
        {
            var all = Said(known, place, field).Where(s => DirectorySources.Of(s.Origin) != file.Source).ToList();
            if (Value(row, field) is { } value)
                all.Add(new(field, value, file.Origin, false));
            if (all.Count == 0)
                continue;
            // What somebody here corrected is shown before any directory.
            var shown = all.OrderBy(s => DirectorySources.Of(s.Origin) is not null)
                .ThenByDescending(s => s.Origin.AsOf)
                .ThenBy(s => s.Origin.Source, StringComparer.Ordinal)
                .First();
            sayings[field] = shown;
            if (shown.Origin != newest)
                statements.Add(shown with { IsShown = true });
            foreach (var other in all.Where(s => s != shown && !Agree(field, s.Value, shown.Value)))
            {
                statements.Add(other with { IsShown = false });
                Conflicts.Add(new(place.Id, known.Id, known.Name, field, shown.Value, shown.Origin, other.Value, other.Origin));
            }
        }
        return known with
        {
            Name = sayings[DirectoryField.Name].Value,
            Branch = Shown(DirectoryField.Branch),
            Phone = Shown(DirectoryField.Phone),
            IntakePhones = Shown(DirectoryField.IntakePhones)?.Split("; ") ?? [],
            Website = Shown(DirectoryField.Website),
            Origin = newest,
            Services = Services(known.Services, row.Codes),
            Statements = statements,
        };

        string? Shown(DirectoryField field) => sayings.GetValueOrDefault(field)?.Value;
    }

    /// <summary>
    /// A code listed now is listed. One that this source could have printed and did not is "not listed", with the day it was last seen:
    /// never "no", and never gone without a trace. One that the edition does not know stays as it was.
    /// </summary>
    private List<ServiceFact> Services(IReadOnlyList<ServiceFact> known, IReadOnlyList<string> codes)
    {
        var facts = new List<ServiceFact>(codes.Count + 8);
        var open = codes.ToHashSet();
        foreach (var fact in known)
        {
            var isHere = open.Remove(fact.Code);
            var isOwn = DirectorySources.Of(fact.Origin) is null;
            var isNewer = file.AsOf >= fact.Origin.AsOf || DirectorySources.Of(fact.Origin) == file.Source;
            facts.Add(
                (isHere, isOwn) switch
                {
                    (_, true) => fact,
                    (true, _) when isNewer => Listed(fact.Code),
                    (true, _) => fact with { LastSeen = fact.LastSeen > file.AsOf ? fact.LastSeen : file.AsOf },
                    _ when isNewer && fact.Listing == Listing.Listed && file.Asks.Contains(fact.Code) => Withdrawn(fact),
                    _ => fact,
                }
            );
        }
        facts.AddRange(codes.Where(open.Contains).Select(Listed));
        return facts;
    }

    private ServiceFact Listed(string code) =>
        _listed.TryGetValue(code, out var fact) ? fact : _listed[code] = new(code, Listing.Listed, file.Origin, file.AsOf);

    private ServiceFact Withdrawn(ServiceFact fact) =>
        _withdrawn.TryGetValue((fact.Code, fact.LastSeen), out var same)
            ? same
            : _withdrawn[(fact.Code, fact.LastSeen)] = new(fact.Code, Listing.NotListed, file.Origin, fact.LastSeen);

    private static IEnumerable<FieldStatement> Said(Programme known, Place place, DirectoryField field)
    {
        var value = field switch
        {
            DirectoryField.Name => known.Name,
            DirectoryField.Branch => known.Branch,
            DirectoryField.Street => place.Street,
            DirectoryField.City => place.City,
            DirectoryField.Zip => place.Zip,
            DirectoryField.County => place.County,
            DirectoryField.Phone => known.Phone,
            DirectoryField.IntakePhones => known.IntakePhones.Count > 0 ? string.Join("; ", known.IntakePhones) : null,
            DirectoryField.Website => known.Website,
        };
        var others = known.Statements.Where(s => s.Field == field && !s.IsShown);
        return value is null ? others : others.Prepend(new(field, value, known.OriginOf(field), true));
    }

    private static string? Value(DirectoryRow row, DirectoryField field) =>
        field switch
        {
            DirectoryField.Name => row.Name,
            DirectoryField.Branch => row.Branch,
            DirectoryField.Street => row.Street,
            DirectoryField.City => row.City,
            DirectoryField.Zip => row.Zip,
            DirectoryField.County => row.County,
            DirectoryField.Phone => row.Phone,
            DirectoryField.IntakePhones => row.IntakePhones.Count > 0 ? string.Join("; ", row.IntakePhones) : null,
            DirectoryField.Website => row.Website,
        };

    /// <summary>Two spellings of one thing are no conflict.</summary>
    private static bool Agree(DirectoryField field, string left, string right) =>
        field switch
        {
            DirectoryField.Street => AddressKey.Street(left) == AddressKey.Street(right),
            DirectoryField.Phone when AddressKey.Phone(left) is { } digits => digits == AddressKey.Phone(right),
            DirectoryField.Name or DirectoryField.Branch or DirectoryField.City or DirectoryField.County => AddressKey.Name(left)
                == AddressKey.Name(right),
            _ => left == right,
        };
}

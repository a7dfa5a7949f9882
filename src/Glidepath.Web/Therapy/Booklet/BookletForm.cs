using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy.Booklet;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.Booklet.BookletText;

namespace Glidepath.Web.Therapy.Booklet;

/// <summary>The answers as they were typed. They travel in the body of each request and are stored nowhere.</summary>
public sealed class BookletForm
{
    /// <summary>Of the page that asks; what is marked true or false has the id of its belief.</summary>
    public static readonly string[] Asked = ["age", "drug", "mg", "years", "for"];

    /// <summary>In place of a part: the questions again, with what was said.</summary>
    public const string AskAgain = "Ask";

    private readonly FormReader _sent;

    private BookletForm(FormReader sent) => _sent = sent;

    public static BookletForm Empty { get; } = new(FormReader.Empty);

    public static BookletForm Read(FormReader sent) => new(sent);

    public string? this[string name] => _sent[name] is null ? null : _sent.Text(name, 40);

    /// <summary>What was said, but for fields that stand on the page themselves.</summary>
    public IEnumerable<(string Name, string Value)> AllBut(IReadOnlyCollection<string> shown) =>
        Asked.Concat(BookletBelief.Ids).Except(shown).Where(n => this[n] is not null).Select(n => (n, this[n]!));

    /// <returns>Null where something was not given or does not fit; each is said beside its field.</returns>
    internal BookletReader? Reader(FieldErrors errors)
    {
        var age = Age(errors);
        var drug = this["drug"] is { } name ? BookletReader.Drugs.FirstOrDefault(d => d.Name == name) : null;
        if (drug is null)
            errors.Add("drug", T["ChooseTheMedicine"]);
        var daily = Daily(drug, errors);
        var years = Years(age, errors);
        var reason = EnumWords.Read<BookletReason>(this["for"]);
        if (reason is null)
            errors.Add("for", T["ChooseWhatYouTakeItFor"]);
        return age is { } a && drug is not null && daily is { } mg && years is { } y && reason is { } r
            ? new BookletReader(a, drug, mg, y, r)
            : null;
    }

    private int? Age(FieldErrors errors)
    {
        if (this["age"] is not { } text)
            errors.Add("age", T["EnterYourAgeInYearsLike71"]);
        else if (SafeNumber.TryRead(text, out var age) && age == Math.Floor(age) && age <= BookletReader.Oldest)
        {
            if (age >= BookletReader.Youngest)
                return (int)age;
            errors.Add("age", T["YouEnteredAsYourAgeItIsForAdults", text, BookletReader.Youngest, BookletReader.Oldest]);
        }
        else
            errors.Add("age", T["YouEnteredAsYourAgeEnterOneFromTo", text, BookletReader.Youngest, BookletReader.Oldest]);
        return null;
    }

    private decimal? Daily(Benzodiazepine? drug, FieldErrors errors)
    {
        if (this["mg"] is not { } text)
            errors.Add("mg", T["EnterWhatYouTakeInADay"]);
        else if (drug is null)
            return null;
        else if (
            SafeNumber.TryRead(text, out var mg)
            && mg >= BookletReader.LeastMg
            && mg <= BookletReader.MostMg(drug)
            && decimal.Round(mg, 3) == mg
        )
            return mg;
        else
            errors.Add(
                "mg",
                T[
                    "YouEnteredForOneDayEnterMgFromTo",
                    text,
                    drug.Name,
                    SafeNumber.Write(BookletReader.LeastMg),
                    SafeNumber.Write(BookletReader.MostMg(drug))
                ]
            );
        return null;
    }

    private decimal? Years(int? age, FieldErrors errors)
    {
        var least = SafeNumber.Write(BookletReader.ShortestYears);
        if (this["years"] is not { } text)
            errors.Add("years", T["EnterHowManyYearsLike9"]);
        else if (!SafeNumber.TryRead(text, out var years) || years < BookletReader.ShortestYears || years > BookletReader.Oldest)
            errors.Add("years", T["YouEnteredYearsEnterANumberFromTo", text, least, age ?? BookletReader.Oldest]);
        else if (years > age)
            errors.Add("years", T["YouEnteredYearsAndYourAgeIs", text, age, least]);
        else
            return decimal.Round(years, 2);
        return null;
    }
}

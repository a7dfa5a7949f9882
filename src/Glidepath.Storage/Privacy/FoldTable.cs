using System.Collections.Frozen;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Small Latin letters with a mark, by their plain letter: the canonical decompositions of the Unicode blocks Latin-1, Extended-A,
/// Extended-B and Extended Additional. String normalization does nothing to them where the runtime carries no language data, as here.
/// </summary>
internal static class FoldTable
{
    private static readonly (char Plain, string Marked)[] Rows =
    [
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓ"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽ"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩ"),
        ('t', "ţťțṫṭṯṱẗ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
    ];

    /// <summary>Letters of their own that people without them on their keys write so.</summary>
    private static readonly (char Letter, string Written)[] Own =
    [
        ('ß', "ss"),
        ('æ', "ae"),
        ('œ', "oe"),
        ('ø', "o"),
        ('ł', "l"),
        ('đ', "d"),
        ('ð', "d"),
        ('þ', "th"),
        ('ı', "i"),
        ('ħ', "h"),
        ('ŧ', "t"),
    ];

    private static readonly FrozenDictionary<char, string> Plain = Rows.SelectMany(r =>
            r.Marked.Select(m => (Letter: m, Written: r.Plain.ToString()))
        )
        .Concat(Own)
        .ToFrozenDictionary(p => p.Letter, p => p.Written);

    /// <summary>Null for a letter that stands for itself.</summary>
    public static string? Of(char letter) => Plain.GetValueOrDefault(letter);
}

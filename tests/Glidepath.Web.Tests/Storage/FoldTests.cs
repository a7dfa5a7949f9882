using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

/// <summary>Names are found without accents, although this runtime carries no language data and normalizes nothing.</summary>
public sealed class FoldTests
{
    [Theory]
    [InlineData("José", "jose")]
    [InlineData("JOSÉ", "jose")]
    [InlineData("Jose\u0301", "jose")]
    [InlineData("Ñuñez", "nunez")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Øster", "oster")]
    [InlineData("Weiß", "weiss")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Š. O'Ćurić-Žák", "socuriczak")]
    public void A_name_folds_to_what_people_type(string name, string typed) => Assert.Equal(typed, BlindIndex.Fold(name));

    [Theory]
    [InlineData("Анна")]
    [InlineData("美咲")]
    [InlineData("محمد")]
    public void Other_scripts_stay_what_they_are(string name) => Assert.Equal(name.ToLowerInvariant(), BlindIndex.Fold(name));

    [Fact]
    public void Names_that_differ_in_more_than_a_mark_stay_apart() => Assert.NotEqual(BlindIndex.Fold("Jose"), BlindIndex.Fold("Josef"));
}

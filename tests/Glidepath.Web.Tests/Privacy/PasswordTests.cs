using Glidepath.Web.Accounts;

namespace Glidepath.Web.Tests.Privacy;

/// <summary>Length, the words around the account, and what people choose decide; no rule of composition does.</summary>
public class PasswordTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("P@ssw0rdP@ssw0rd")]
    [InlineData("password12345")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("abcabcabcabc")]
    [InlineData("dragonmonkey1")]
    [InlineData("drowssapdrowssap")]
    [InlineData("12/24/198512/24/1985")]
    [InlineData("organizational")]
    [InlineData("glidepathglidepath")]
    [InlineData("Winter2026Winter2026")]
    [InlineData("Ann Example 1985")]
    [InlineData("elpmaxE nnA 1985")]
    public void What_people_try_first_is_refused(string password) =>
        Assert.Equal(
            "That is easy to guess. Four or five words that do not belong together work well.",
            Passwords.Problem(password, "a.nurse", "Ann Example")
        );

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("river lamp seven mostly green")]
    [InlineData("x7#Kq!w2Rz9p")]
    [InlineData("tulpe fenster wolke gabel")]
    [InlineData("my cat eats 3 lemons daily")]
    [InlineData("Zz9-plural-Alpha-taxi")]
    public void What_takes_long_is_taken_with_or_without_signs_and_large_letters(string password) =>
        Assert.Null(Passwords.Problem(password, "a.nurse", "Ann Example"));

    [Theory]
    [InlineData("short", "Use at least 12 characters. Four or five words in a row work well.")]
    [InlineData("we are a.nurse and more of us", "Leave your user name out of it.")]
    public void It_says_what_to_mend(string password, string problem) =>
        Assert.Equal(problem, Passwords.Problem(password, "a.nurse", "Ann Example"));

    [Fact]
    public void The_longest_is_judged_in_a_moment()
    {
        var password = string.Concat(Enumerable.Repeat("riverlamp", 20))[..Passwords.Longest];
        var at = TimeProvider.System.GetTimestamp();
        Assert.NotNull(Passwords.Problem(password, "a.nurse", "Ann Example"));
        Assert.True(TimeProvider.System.GetElapsedTime(at) < TimeSpan.FromSeconds(3));
        Assert.Equal("Use at most 128 characters.", Passwords.Problem(new string('x', 129), "a.nurse", "Ann Example"));
    }

    [Fact]
    public void The_lists_are_whole_and_the_commonest_comes_first()
    {
        Assert.Equal((1, 2, 1), (CommonWords.RankOf("123456"), CommonWords.RankOf("password"), CommonWords.RankOf("the")));
        Assert.NotNull(CommonWords.RankOf("smith"));
        Assert.Null(CommonWords.RankOf("xqzzvw"));
    }
}

using Glidepath.Web.Shared;

namespace Glidepath.Web.Tests.Shared;

public sealed class HostOptionsTests
{
    [Fact]
    public void What_was_asked_is_read()
    {
        var options = HostOptions.Read(["--demo", "--urls", "http://127.0.0.1:5081;http://[::1]:5081", "--data=/tmp/x"], out var problem);
        Assert.Null(problem);
        Assert.True(options!.Demo);
        Assert.Equal("/tmp/x", options.DataDirectory);
    }

    [Theory]
    [InlineData("read \"--dmeo\"", "--dmeo")]
    [InlineData("--urls: nothing stands after it", "--urls")]
    [InlineData("--data: nothing stands after it", "--data", "--demo")]
    [InlineData("--urls: read \"example\"", "--urls", "example")]
    [InlineData("--urls: read \"http://0.0.0.0:80\" beside --demo", "--demo", "--urls", "http://0.0.0.0:80")]
    [InlineData("--urls: read \"http://*:80\" beside --demo", "--urls", "http://*:80", "--demo")]
    public void What_is_not_understood_is_said_with_what_is_accepted(string says, params string[] args)
    {
        Assert.Null(HostOptions.Read(args, out var problem));
        Assert.StartsWith(says, problem);
        Assert.Contains("accepted: ", problem);
    }
}

using Glidepath.Cli.Shared;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

/// <summary>Each wrong command line ends with its exit code and one line that names the part and what was read.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("-1 mg morning", "the amount \"-1 mg\"")]
    [InlineData("0 mg morning", "the amount \"0 mg\"")]
    [InlineData("NaN mg morning", "the amount \"nan mg\"")]
    [InlineData("Infinity mg morning", "the amount \"infinity mg\"")]
    [InlineData("1e3 mg morning", "the amount \"1e3 mg\"")]
    [InlineData("1. mg morning", "the amount \"1. mg\"")]
    [InlineData("0x1 mg morning", "the amount \"0x1 mg\"")]
    [InlineData("٣ mg morning", "the amount \"٣ mg\"")]
    [InlineData("500 mg morning", "the amount \"500 mg\" in \"500 mg morning\"; accepted: above 0 and up to 300 mg")]
    [InlineData(
        "1,000 mg morning",
        "the amount \"1,000 mg\" in \"1,000 mg morning\": \"1,000\" could be 1 or 1000; accepted: the number without a comma"
    )]
    [InlineData("1 000 mg morning", "the amount \"1 000 mg\"")]
    [InlineData("1 mg", "read \"1 mg\"")]
    [InlineData("morning", "read \"morning\"")]
    [InlineData("1 mg teatime", "the time \"teatime\"")]
    [InlineData("1 mg daily", "names no time of day")]
    [InlineData("1 mg 0", "the time \"0\"")]
    [InlineData("1 mg morning, 0.5 mg morning", "morning stands twice")]
    [InlineData("1 mg morning,", "read \"\"")]
    [InlineData("", "read \"\"")]
    [InlineData(" ", "read \"\"")]
    public void A_wrong_regimen(string regimen, string fragment)
    {
        var run = CommandLine.Run("plan", "clonazepam", "--regimen", regimen);

        run.Fails(2, "--regimen: ");
        run.Fails(2, fragment);
    }

    [Theory]
    [InlineData("clonazepan", "drug: read \"clonazepan\" (did you mean clonazepam?); accepted: clonazepam, diazepam")]
    [InlineData("Klonipin", "drug: read \"Klonipin\" (did you mean Klonopin?)")]
    [InlineData("xanex", "drug: read \"xanex\" (did you mean Xanax?)")]
    [InlineData("aspirin", "drug: read \"aspirin\"; accepted: clonazepam, diazepam")]
    [InlineData("", "drug: read \"\"; accepted: ")]
    [InlineData("zopiclone", "drug: zopiclone has no product")]
    public void A_wrong_drug(string drug, string fragment) => CommandLine.Run("plan", drug, "--regimen", "1 mg morning").Fails(2, fragment);

    [Theory]
    [InlineData("tablet 0.3", "clonazepam has no 0.3 tablet in the catalog; accepted: 2 mg tablet, 1 mg tablet, 0.5 mg tablet")]
    [InlineData("tablet 1,000", "\"1,000\" could be 1 or 1000")]
    [InlineData("tablet -0.5", "read \"tablet -0.5\"")]
    [InlineData("tablet NaN", "read \"tablet NaN\"")]
    [InlineData("tablet", "read \"tablet\"")]
    [InlineData("tablet 0.5 1", "read \"tablet 0.5 1\"")]
    [InlineData("pill 0.5", "read the form \"pill\"")]
    [InlineData("", "read \"\"")]
    [InlineData("odt 0.125 scored", "clonazepam 0.125 mg orally disintegrating tablet is never split")]
    [InlineData("tablet 0.5 quarters", "clonazepam 0.5 mg tablet is scored for halves at most")]
    [InlineData("er tablet 0.5", "clonazepam has no 0.5 er tablet")]
    [InlineData("suspension 0.05", "or \"suspension 0.05 compounded\" where a pharmacy makes it")]
    [InlineData(
        "suspension 5 compounded",
        "check the strength 5: the strongest clonazepam sold in the United States has 2 mg; accepted: above 0 and up to 4"
    )]
    public void A_wrong_stock(string stock, string fragment)
    {
        var run = CommandLine.Run("plan", "clonazepam", "--regimen", "1 mg morning", "--stock", stock);

        run.Fails(2, "--stock: ");
        run.Fails(2, fragment);
    }

    [Theory]
    [InlineData("--goal 2", "--goal: read 2 mg, not below the starting 1 mg a day")]
    [InlineData("--goal 1", "--goal: read 1 mg, not below the starting 1 mg a day")]
    [InlineData("--goal -0.5", "--goal: read \"-0.5\"")]
    [InlineData("--goal 0,5", "--goal: read \"0,5\"")]
    [InlineData("--last 2", "--last: read 2 mg, above the starting 1 mg a day")]
    [InlineData("--last 0", "--last: read \"0\"")]
    [InlineData("--last 0.25 --goal 0.5", "--last: read 0.25 mg beside a goal of 0.5 mg")]
    [InlineData("--start 2026-02-30", "--start: read \"2026-02-30\"; accepted: a date as 2026-12-01, from 2000-01-01 to 2100-12-31")]
    [InlineData("--start 01/12/2026", "--start: read \"01/12/2026\"")]
    [InlineData("--start tomorrow", "--start: read \"tomorrow\"")]
    [InlineData("--start 1999-12-31", "--start: read \"1999-12-31\"")]
    [InlineData("--start 2101-01-01", "--start: read \"2101-01-01\"")]
    [InlineData("--step 0", "--step: read \"0\"; accepted: a number from 0.5 to 99 %")]
    [InlineData("--step 100", "--step: read \"100\"; accepted: a number from 0.5 to 99 %")]
    [InlineData("--step -5", "--step: read \"-5\"")]
    [InlineData("--step abc", "--step: read \"abc\"")]
    [InlineData("--step 7,5", "--step: read \"7,5\"")]
    [InlineData("--step NaN", "--step: read \"NaN\"")]
    [InlineData("--every 0", "--every: read \"0\"; accepted: a whole number from 1 to 180 days")]
    [InlineData("--every 1.5", "--every: read \"1.5\"")]
    [InlineData("--every 9999", "--every: read \"9999\"")]
    [InlineData("--of today", "--of: read \"today\"; accepted: current, original")]
    [InlineData(
        "--policy asm",
        "--policy: read \"asm\" (did you mean asam?); accepted: asam, nice-cks, nsw, sa-health, deprescribing, casn"
    )]
    [InlineData("--policy va", "--policy: va judges schedules (check) and never steers a plan; accepted: asam")]
    [InlineData("--drop-last evening", "--drop-last: nothing is taken in the evening; accepted: morning")]
    [InlineData("--drop-last teatime", "--drop-last: read \"teatime\"")]
    [InlineData("--max-pieces 0", "--max-pieces: read \"0\"")]
    [InlineData("--fill-days 91", "--fill-days: read \"91\"")]
    [InlineData("--override \u202E\u202E\u202E", "--override: read \"   \"")]
    [InlineData("--override x", "--override: read \"x\"; accepted: a reason of 3 to 300 characters")]
    [InlineData("--age -1", "--age: read \"-1\"; accepted: a whole number from 0 to 120 years")]
    [InlineData("--pregnant maybe", "--pregnant: read \"maybe\"; accepted: yes, no, unknown")]
    [InlineData("--opioid heroin", "--opioid: read \"heroin\"; accepted: yes, no, unknown, buprenorphine, methadone")]
    [InlineData("--duration 8", "--duration: read \"8\"")]
    [InlineData("--days-per-week 8", "--days-per-week: read \"8\"")]
    [InlineData("--product \"tablet 0.3 scored\"", "--source: missing beside --product; accepted: who told you of the product")]
    [InlineData("--product \"tablet 0.3 scored\" --source prescribed", "--source: missing beside --product")]
    [InlineData("--product \"tablet 0.3\" --source a", "--source: read \"a\"")]
    [InlineData("--product \"pill 0.3\" --source pharmacy", "--product: read the form \"pill\"")]
    [InlineData("--product \"tablet 0\" --source pharmacy", "--product: read \"tablet 0\"")]
    [InlineData("--product \"tablet 5\" --source pharmacy", "--product: check the strength 5")]
    [InlineData("--product \"tablet 0.1234\" --source pharmacy", "--product: read the strength 0.1234; accepted: up to 3 decimals")]
    [InlineData("--product \"odt 0.3 scored\" --source pharmacy", "--product: read \"odt 0.3 scored\", but only a plain tablet is split")]
    [InlineData("--product \"tablet 0.3 compounded\" --source pharmacy", "--product: read a compounded tablet")]
    [InlineData("--product \"er tablet 1\" --source pharmacy", "--product: extended-release and immediate-release products do not mix")]
    [InlineData("--have \"tablet 0.5\"", "--have: read \"tablet 0.5\"; accepted: a number above 0")]
    [InlineData("--have \"0 x tablet 0.5\"", "--have: read \"0 x tablet 0.5\"")]
    [InlineData("--have \"9000 x tablet 0.5\"", "--have: read \"9000 x tablet 0.5\"; accepted: a number above 0 up to 5000")]
    [InlineData("--have \"24 x tablet 0.3\"", "--have: clonazepam has no 0.3 tablet in the catalog")]
    [InlineData("--have \"2.3 x tablet 0.5\"", "--have: read 2.3 in \"2.3 x tablet 0.5\"; accepted: whole pieces, halves and quarters")]
    [InlineData("--have \"24 mL tablet 0.5\"", "accepted: mL only of a liquid")]
    [InlineData("--have \"24 x suspension 0.1\"", "accepted: mL of a liquid, such as \"24 mL suspension 0.1\"")]
    [InlineData("--have \"24 x tablet 0.5, 6 tablets 0.5 mg\"", "--have: clonazepam 0.5 mg tablet stands twice")]
    [InlineData("--source prescribed --source unknown", "--source: read two kinds of supply")]
    [InlineData("--source street", "--source: read \"street\"; accepted: prescribed, not-prescribed, unknown")]
    [InlineData("--goall 0.5", "option: read \"--goall\" (did you mean --goal?)")]
    [InlineData("--qwertyuiop", "option: read \"--qwertyuiop\"; accepted: see glidepath plan --help")]
    [InlineData("--goal", "--goal: its value is missing")]
    [InlineData("--goal 0.5 --goal 0.25", "--goal: stands 2 times; accepted: once")]
    [InlineData("lorazepam", "plan: read \"lorazepam\", one word too many")]
    [InlineData("--choices --csv steps.csv", "--csv: read beside --choices")]
    [InlineData("--choices --ics steps.ics", "--ics: read beside --choices")]
    [InlineData("--choices --pdf plan.pdf", "--pdf: read beside --choices")]
    [InlineData("--choices --pharmacy order.pdf", "--pharmacy: read beside --choices")]
    [InlineData("--choices --fills", "--fills: read beside --choices")]
    public void A_wrong_option(string option, string fragment) =>
        CommandLine.Run($"plan clonazepam --regimen \"1 mg morning\" {option}").Fails(2, fragment);

    [Theory]
    [InlineData("plan clonazepam", "--regimen: missing")]
    [InlineData("plan", "DRUG: missing")]
    [InlineData("plan --regimen \"1 mg morning\"", "DRUG: missing")]
    [InlineData("plan clonazepam --regimen", "--regimen: its value is missing")]
    [InlineData(
        "plan clonazepam --regimen 1 mg morning",
        "plan: read \"mg\", one word too many; accepted: values with a space or comma in quotation marks"
    )]
    [InlineData(
        "plan alprazolam --regimen \"1 mg morning\" --stock \"er tablet 1, tablet 0.5\"",
        "--stock: extended-release and immediate-release products do not mix"
    )]
    [InlineData("plan lorazepam --regimen \"1 mg morning\" --policy x", "--policy: read \"x\"")]
    [InlineData(
        "plna clonazepam",
        "command: read \"plna\" (did you mean plan?); accepted: plan, check, simulate, drugs, rules, find, directory, backup, "
            + "restore, audit"
    )]
    [InlineData("\"\"", "command: read \"\"")]
    [InlineData("--verbose", "command: read \"--verbose\"")]
    [InlineData("@words", "command: read \"@words\"")]
    [InlineData("serve", "serve: the web host is a program of its own; accepted: ./glidepath serve")]
    [InlineData("drugs aspirin", "drug: read \"aspirin\"")]
    [InlineData("rules asm", "ID: read \"asm\" (did you mean asam?)")]
    public void A_wrong_command_line(string line, string fragment) => CommandLine.Run(line).Fails(2, fragment);

    [Fact]
    public void What_was_read_never_reaches_the_terminal_as_a_control_character() =>
        CommandLine.Run("plan", "clona\u001B[2J\nzepam\u202E", "--regimen", "1 mg morning").Fails(2, "drug: read \"clona [2J zepam \"");

    [Theory]
    [InlineData("--csv")]
    [InlineData("--ics")]
    [InlineData("--pdf")]
    [InlineData("--pharmacy")]
    public void A_file_that_cannot_be_written_leaves_nothing_behind(string option)
    {
        using var folder = new Folder();
        const string Plan = "plan clonazepam --regimen \"1 mg morning\"";
        Directory.CreateDirectory(folder["taken"]);

        CommandLine.Run($"{Plan} {option} {folder["missing/steps"]}").Fails(2, $"{option}: cannot write \"");
        CommandLine.Run($"{Plan} {option} {folder["taken"]}").Fails(2, $"{option}: cannot write \"");
        CommandLine.Run($"{Plan} {option} {folder[new string('s', 300)]}").Fails(2, $"{option}: cannot write \"");
        CommandLine.Run($"{Plan} {option} {folder[new string('s', 5000)]}").Fails(2, $"{option}: cannot write \"");
        CommandLine.Run($"{Plan} {option} \"\"").Fails(2, $"{option}: cannot write \"\"");
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_nothing_behind()
    {
        using var folder = new Folder();
        // Half of a surrogate pair cannot be written as UTF-8; a full disk ends the same way.
        Assert.Throws<InputException>(() =>
            OutputFiles.Write(
                OutputFile.OfText("--csv", folder["a"], () => "whole"),
                OutputFile.OfText("--ics", folder["b"], () => "half \uD800")
            )
        );
        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_reason_that_is_no_text_is_mended_before_it_is_written()
    {
        using var folder = new Folder();
        CommandLine
            .Run("plan", "clonazepam", "--regimen", "1 mg morning", "--step", "30", "--override", "agreed \uD800", "--csv", folder["a.csv"])
            .Done();
        Assert.Contains("Override: agreed \uFFFD", File.ReadAllText(folder["a.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_not_written_over()
    {
        using var folder = new Folder();
        File.CreateSymbolicLink(folder["link"], folder.Write("target", "mine"));

        CommandLine.Run($"plan clonazepam --regimen \"1 mg morning\" --csv {folder["link"]}").Fails(2, "--csv: cannot write");
        Assert.Equal("mine", File.ReadAllText(folder["link"]));
    }

    [Fact]
    public void Of_two_files_both_are_written_or_none()
    {
        using var folder = new Folder();
        const string Plan = "plan clonazepam --regimen \"1 mg morning\"";

        CommandLine.Run($"{Plan} --csv {folder["steps.csv"]} --ics {folder["missing/steps.ics"]}").Fails(2, "--ics: cannot write");
        CommandLine.Run($"{Plan} --csv {folder["steps"]} --ics {folder["steps"]}").Fails(2, "--ics: read");
        Assert.Empty(folder.Files);
        CommandLine.Run($"{Plan} --csv {folder["steps.csv"]} --ics {folder["steps.ics"]}").Done();
        Assert.Equal(["steps.csv", "steps.ics"], folder.Files);
    }
}

using System.Security.Cryptography;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using static Glidepath.Web.Patients.PatientsText;

namespace Glidepath.Web.Patients.Documents;

/// <summary>How a paper is asked for in a form.</summary>
internal static class DocumentFields
{
    public const string File = "file";

    /// <summary>
    /// What the browser offers to choose; a phone offers its camera for it. What is accepted is decided by the bytes alone.
    /// </summary>
    private const string Accept = ".pdf,image/jpeg,image/png,.jpg,.jpeg,.png";

    /// <param name="open">Kinds of papers that are open to who files it.</param>
    public static FormField[] All(IReadOnlyList<DataClass> open) =>
        [
            new(File, T["DocumentFileLabel"], FieldKind.File, "document.file")
            {
                IsNeeded = true,
                Accept = Accept,
                Hint = T["APdfJpegOrPngOfAtMost20Mb"],
            },
            new("kind", T["WhatKindOfPaper"], FieldKind.Pick, "document.kind")
            {
                IsNeeded = true,
                Choices = [.. Enum.GetValues<DocumentKind>().Select(k => new Choice(k.ToString(), k.InWords()))],
            },
            new("holds", T["WhatIsItAbout"], FieldKind.Pick, "document.holds")
            {
                IsNeeded = true,
                Hint = T["OnlyWhoMayReadBothSeesIt"],
                Choices = [.. open.Select(c => new Choice(c.ToString(), DocumentWords.AboutInWords(c)))],
            },
            new("description", T["WhatIsItInOneLine"], FieldKind.Line, "document.description") { IsNeeded = true },
            new("source", T["WhoIsItFrom"], FieldKind.Line, "document.source") { IsNeeded = true, Hint = T["TheClinicCourtOrPerson"] },
            new("receipt", T["HowDidItComeHere"], FieldKind.Pick, "document.receipt")
            {
                IsNeeded = true,
                Choices = [.. Enum.GetValues<DocumentReceipt>().Select(r => new Choice(r.ToString(), r.InWords()))],
            },
            new("on", T["DateOnThePaper"], FieldKind.Day, "document.on") { Hint = T["LeaveItEmptyIfItHasNone"] },
        ];

    /// <summary>After the form was checked.</summary>
    public static DocumentAsked Read(PostedForm form, byte[] content) =>
        new(
            new(
                form.Enum<DocumentKind>("kind")!.Value,
                form["source"]!,
                form.Enum<DocumentReceipt>("receipt")!.Value,
                form["description"]!,
                form.Day("on")
            ),
            form.Enum<DataClass>("holds")!.Value,
            content
        );

    /// <summary>What is asked, without the file that it is asked of: of that its hash.</summary>
    public static string Request(DocumentAsked asked) =>
        $"{asked.Details}\n{asked.Holds}\n{Convert.ToHexStringLower(SHA256.HashData(asked.Content))}";
}

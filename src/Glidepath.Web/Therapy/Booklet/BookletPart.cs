namespace Glidepath.Web.Therapy.Booklet;

/// <summary>What is read at one time, in order; last all of it, for the browser's own print.</summary>
public enum BookletPart
{
    Quiz,
    Answers,
    Age,
    Story,
    Taper,
    Next,
    All,
}

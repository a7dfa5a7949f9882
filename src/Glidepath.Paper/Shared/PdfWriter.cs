using SkiaSharp;

namespace Glidepath.Paper.Shared;

/// <summary>Writes laid out pages as PDF: black only, text that can be selected, fonts embedded, no clock.</summary>
internal static class PdfWriter
{
    private static readonly float[] Dashes = [2.5f, 2.5f];

    public static byte[] Write(PrintedDocument document)
    {
        using var stream = new MemoryStream();
        var dated = document.Dated.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var metadata = new SKDocumentPdfMetadata
        {
            Title = document.Title,
            Creator = "Glidepath",
            Creation = dated,
            Modified = dated,
            RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
            EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
        };
        using (var pdf = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var page in document.Pages)
            {
                var canvas = pdf.BeginPage(page.Size.Width, page.Size.Height);
                foreach (var mark in page.Marks)
                    Draw(canvas, mark);
                pdf.EndPage();
            }
            pdf.Close();
        }
        return PdfLanguage.Mark(stream.ToArray());
    }

    private static void Draw(SKCanvas canvas, Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                using (var font = Faces.Font(text.Face, text.Size))
                using (var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true })
                    canvas.DrawText(text.Text, text.X, text.Y, SKTextAlign.Left, font, ink);
                break;
            case LineMark line:
                using (var pen = Pen(line.Weight))
                    canvas.DrawLine(line.X1, line.Y1, line.X2, line.Y2, pen);
                break;
            case BoxMark box:
                using (var pen = Pen(box.Weight))
                    canvas.DrawRoundRect(box.X, box.Y, box.Width, box.Height, box.Radius, box.Radius, pen);
                break;
            case ArcMark arc:
                using (var pen = Pen(arc.Weight))
                using (var dashes = arc.Dashed ? SKPathEffect.CreateDash(Dashes, 0) : null)
                {
                    pen.PathEffect = dashes;
                    var around = new SKRect(arc.X - arc.Radius, arc.Y - arc.Radius, arc.X + arc.Radius, arc.Y + arc.Radius);
                    if (arc.Sweep >= 360)
                        canvas.DrawOval(around, pen);
                    else
                        canvas.DrawArc(around, arc.From, arc.Sweep, false, pen);
                }
                break;
        }
    }

    private static SKPaint Pen(float weight) =>
        new()
        {
            Color = SKColors.Black,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = weight,
            IsAntialias = true,
        };
}

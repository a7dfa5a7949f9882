using Microsoft.AspNetCore.Http.Features;

namespace Glidepath.Web.Shared;

/// <summary>
/// What is too large is a 413 however it comes: said before a byte is read where the request names its length, and at the byte over the limit where it does not. The readers of
/// forms and JSON would call the second kind malformed.
/// </summary>
internal static class BodyLimit
{
    public const long MaxBytes = 1024 * 1024;

    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (context.Request.ContentLength is not null || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is false)
        {
            await next(context);
            return;
        }
        var body = new Counted(context.Request.Body);
        context.Request.Body = body;
        context.Response.OnStarting(() =>
        {
            if (body.IsTooLarge && context.Response.StatusCode is StatusCodes.Status400BadRequest)
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        });
        await next(context);
        if (body.IsTooLarge && !context.Response.HasStarted)
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private sealed class Counted(Stream inner) : Stream
    {
        private long _read;

        public bool IsTooLarge { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return Count(await inner.ReadAsync(buffer, cancellationToken));
            }
            catch (BadHttpRequestException e) when (e.StatusCode is StatusCodes.Status413PayloadTooLarge)
            {
                // Ours, or the server's own, which may come a buffer earlier.
                IsTooLarge = true;
                throw;
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Count(int bytes) => (_read += bytes) > MaxBytes
            ? throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
            : bytes;
    }
}

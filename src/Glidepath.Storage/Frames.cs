using System.Buffers.Binary;
using System.Security.Cryptography;
using Glidepath.Storage.Privacy;

namespace Glidepath.Storage;

/// <summary>
/// How a backup lies on disk: <c>glidepath-backup\n</c>, length and header, then frames <c>last(1) length(4) ciphertext tag(16)</c>. Each
/// frame is AES-256-GCM with its number as nonce (the key serves one file only) and is bound to the header, its number and whether it is
/// the last: a frame changed, moved, repeated or left out does not open, and a file without its last frame is cut short.
/// </summary>
internal static class Frames
{
    public const int Size = 64 * 1024,
        Tag = 16,
        Prefix = 5;

    private const int LongestHeader = 4096;

    private static readonly byte[] Magic = "glidepath-backup\n"u8.ToArray();

    public static FrameWriter Write(Stream output, BackupSecret secret)
    {
        var (header, key) = secret.New();
        output.Write(Magic);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, header.Length);
        output.Write(length);
        output.Write(header);
        return new FrameWriter(output, key, SHA256.HashData(header));
    }

    /// <exception cref="StoreRefusedException">Not a backup, or made with another kind of secret.</exception>
    public static FrameReader Read(Stream input, BackupSecret secret)
    {
        var header = Header(input);
        return new FrameReader(input, secret.KeyFor(header), SHA256.HashData(header));
    }

    /// <summary>What can be seen of a file without what opens it: that it has a head, and frames one after another to the last.</summary>
    /// <param name="input">Can seek: what is sealed is passed by.</param>
    public static bool LooksWhole(Stream input)
    {
        try
        {
            Header(input);
        }
        catch (StoreRefusedException)
        {
            return false;
        }
        Span<byte> prefix = stackalloc byte[Prefix];
        while (input.ReadAtLeast(prefix, Prefix, throwOnEndOfStream: false) == Prefix)
        {
            var (length, isLast) = (BinaryPrimitives.ReadInt32BigEndian(prefix[1..]), prefix[0] == 1);
            if (length is < 0 or > Size || prefix[0] > 1 || input.Seek(length + Tag, SeekOrigin.Current) > input.Length)
                return false;
            if (isLast)
                return input.Position == input.Length;
        }
        return false;
    }

    private static byte[] Header(Stream input)
    {
        var start = new byte[Magic.Length + 4];
        if (
            input.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length
            || !start.AsSpan(0, Magic.Length).SequenceEqual(Magic)
        )
            throw new StoreRefusedException("backup.other", "The file is not a backup of Glidepath.");
        var length = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(Magic.Length));
        if (length is <= 0 or > LongestHeader)
            throw new StoreRefusedException("backup.altered", "The head of the backup was altered.");
        var header = new byte[length];
        if (input.ReadAtLeast(header, length, throwOnEndOfStream: false) < length)
            throw new StoreRefusedException("backup.cut", "The backup is cut short in its head.");
        return header;
    }

    public static (byte[] Nonce, byte[] Bound) Place(byte[] header, long number, bool isLast, int length)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        var bound = new byte[header.Length + 13];
        header.CopyTo(bound, 0);
        BinaryPrimitives.WriteInt64BigEndian(bound.AsSpan(header.Length), number);
        BinaryPrimitives.WriteInt32BigEndian(bound.AsSpan(header.Length + 8), length);
        bound[^1] = isLast ? (byte)1 : (byte)0;
        return (nonce, bound);
    }
}

/// <summary>Seals what is written to it. Not closed by <see cref="Complete"/>, it leaves a file that is cut short.</summary>
internal sealed class FrameWriter(Stream output, byte[] key, byte[] header) : Stream
{
    private readonly AesGcm _aes = new(key, Frames.Tag);
    private readonly byte[] _plain = new byte[Frames.Size];
    private readonly byte[] _frame = new byte[Frames.Prefix + Frames.Size + Frames.Tag];
    private int _used;
    private long _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (_used == Frames.Size)
                Seal(isLast: false);
            var part = Math.Min(buffer.Length, Frames.Size - _used);
            buffer[..part].CopyTo(_plain.AsSpan(_used));
            _used += part;
            buffer = buffer[part..];
        }
    }

    public void Complete() => Seal(isLast: true);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _aes.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        var (nonce, bound) = Frames.Place(header, _number++, isLast, _used);
        _frame[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(_frame.AsSpan(1), _used);
        _aes.Encrypt(
            nonce,
            _plain.AsSpan(0, _used),
            _frame.AsSpan(Frames.Prefix, _used),
            _frame.AsSpan(Frames.Prefix + _used, Frames.Tag),
            bound
        );
        output.Write(_frame, 0, Frames.Prefix + _used + Frames.Tag);
        _used = 0;
    }
}

/// <summary>Gives out only what was proved to be as it was written, in its order.</summary>
internal sealed class FrameReader(Stream input, byte[] key, byte[] header) : Stream
{
    private readonly AesGcm _aes = new(key, Frames.Tag);
    private readonly byte[] _plain = new byte[Frames.Size];
    private readonly byte[] _frame = new byte[Frames.Size + Frames.Tag];
    private int _used,
        _at;
    private long _number;
    private bool _last;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_at == _used && !_last)
            Open();
        var part = Math.Min(buffer.Length, _used - _at);
        _plain.AsSpan(_at, part).CopyTo(buffer);
        _at += part;
        return part;
    }

    /// <exception cref="StoreRefusedException">The last frame was not reached, or something stands after it.</exception>
    public void RequireEnd()
    {
        if (ReadByte() >= 0 || !_last || input.ReadByte() >= 0)
            throw new StoreRefusedException("backup.altered", "The backup continues after its end: it was altered.");
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _aes.Dispose();
        base.Dispose(disposing);
    }

    private void Open()
    {
        Span<byte> prefix = stackalloc byte[Frames.Prefix];
        if (input.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw Cut();
        var length = BinaryPrimitives.ReadInt32BigEndian(prefix[1..]);
        if (length is < 0 or > Frames.Size || prefix[0] > 1)
            throw Altered();
        if (input.ReadAtLeast(_frame.AsSpan(0, length + Frames.Tag), length + Frames.Tag, throwOnEndOfStream: false) < length + Frames.Tag)
            throw Cut();
        var (nonce, bound) = Frames.Place(header, _number, prefix[0] == 1, length);
        try
        {
            _aes.Decrypt(nonce, _frame.AsSpan(0, length), _frame.AsSpan(length, Frames.Tag), _plain.AsSpan(0, length), bound);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Altered();
        }
        (_used, _at, _last) = (length, 0, prefix[0] == 1);
        _number++;
    }

    private StoreRefusedException Cut() =>
        new("backup.cut", $"The backup is cut short after frame {_number}: copy it again from where it was made.");

    private StoreRefusedException Altered() =>
        new(
            "backup.altered",
            _number == 0
                ? "The passphrase or key does not open this backup, or its beginning was altered."
                : $"Frame {_number + 1} of the backup was altered or is in another place: copy it again from where it was made."
        );
}

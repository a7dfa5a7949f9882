using CsCheck;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

/// <summary>The seal of a backup: what comes out is what went in, or nothing.</summary>
public class FramesTests
{
    private static readonly BackupSecret Secret = BackupSecret.OfKey(Convert.ToBase64String(new byte[32]));

    [Fact]
    public void What_was_written_is_read_and_any_byte_changed_cut_off_or_added_is_noticed() =>
        Gen.Select(Gen.Byte.Array[0, 3 * Frames.Size], Gen.Int[0, int.MaxValue], Gen.Int[1, 255])
            .Sample(
                (plain, at, flip) =>
                {
                    var file = Sealed(plain);
                    Assert.Equal(plain, Opened(file));
                    Assert.Throws<StoreRefusedException>(() => Opened(file[..(at % file.Length)]));
                    Assert.Throws<StoreRefusedException>(() => Opened([.. file, (byte)flip]));
                    file[at % file.Length] ^= (byte)flip;
                    Assert.Throws<StoreRefusedException>(() => Opened(file));
                },
                iter: 60
            );

    [Fact]
    public void Frames_in_another_order_left_out_or_of_another_file_do_not_open()
    {
        var plain = new byte[3 * Frames.Size + 5];
        var (file, other) = (Sealed(plain), Sealed(plain));
        var frame = Frames.Prefix + Frames.Size + Frames.Tag;
        var start = file.Length - 3 * frame - (Frames.Prefix + 5 + Frames.Tag);
        byte[] Part(byte[] of, int number) => of[(start + number * frame)..(start + (number + 1) * frame)];
        byte[] last = file[(start + 3 * frame)..],
            head = file[..start];
        Assert.Equal(plain, Opened([.. head, .. Part(file, 0), .. Part(file, 1), .. Part(file, 2), .. last]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 1), .. Part(file, 0), .. Part(file, 2), .. last]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 0), .. Part(file, 1), .. last]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 0), .. Part(file, 0), .. Part(file, 2), .. last]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 0), .. Part(other, 1), .. Part(file, 2), .. last]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 0), .. Part(file, 1), .. Part(file, 2)]));
        Assert.Throws<StoreRefusedException>(() => Opened([.. file, .. last]));
        // Cut after a frame that is then called the last.
        var called = Part(file, 1);
        called[0] = 1;
        Assert.Throws<StoreRefusedException>(() => Opened([.. head, .. Part(file, 0), .. called]));
    }

    [Fact]
    public void A_passphrase_opens_what_it_sealed_and_another_does_not()
    {
        var file = new MemoryStream();
        using (var frames = Frames.Write(file, BackupSecret.OfPassphrase("correct horse battery")))
            frames.Complete();
        Assert.Empty(Opened(file.ToArray(), BackupSecret.OfPassphrase("correct horse battery")));
        Assert.Equal(
            "backup.altered",
            Assert.Throws<StoreRefusedException>(() => Opened(file.ToArray(), BackupSecret.OfPassphrase("correct horse batterz"))).Rule
        );
        Assert.Equal("backup.secret", Assert.Throws<StoreRefusedException>(() => Opened(file.ToArray())).Rule);
        Assert.Equal("backup.passphrase", Assert.Throws<StoreRefusedException>(() => BackupSecret.OfPassphrase("elevenchars")).Rule);
        Assert.Equal("backup.key", Assert.Throws<StoreRefusedException>(() => BackupSecret.OfKey("c2hvcnQ=")).Rule);
    }

    private static byte[] Sealed(byte[] plain)
    {
        var file = new MemoryStream();
        using (var frames = Frames.Write(file, Secret))
        {
            frames.Write(plain);
            frames.Complete();
        }
        return file.ToArray();
    }

    private static byte[] Opened(byte[] file, BackupSecret? secret = null)
    {
        using var frames = Frames.Read(new MemoryStream(file), secret ?? Secret);
        var plain = new MemoryStream();
        frames.CopyTo(plain);
        frames.RequireEnd();
        return plain.ToArray();
    }
}

using System.Security.Cryptography;
using CsCheck;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

public class CipherTests
{
    private static readonly Gen<string> Place = Gen.Select(
            Gen.String[Gen.Char['A', 'z'], 1, 12],
            Gen.String[Gen.Char['A', 'z'], 1, 12],
            Gen.Guid
        )
        .Select((table, column, row) => FieldCipher.Place(table, column, row));

    [Fact]
    public void A_field_opens_at_its_place_under_its_key_and_nowhere_else() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[32], Place, Place, Gen.String.Where(s => s.All(c => !char.IsSurrogate(c))))
            .Sample(
                (key, otherKey, place, otherPlace, plain) =>
                {
                    var text = FieldCipher.Seal(key, place, plain);
                    Assert.Equal(plain, FieldCipher.Open(key, place, text));
                    if (otherPlace != place)
                        Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(key, otherPlace, text));
                    if (!otherKey.SequenceEqual(key))
                        Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(otherKey, place, text));
                }
            );

    [Fact]
    public void A_field_of_another_row_column_or_table_never_opens() =>
        Gen.Select(Gen.Byte.Array[32], Gen.Guid, Gen.Guid, Gen.Byte.Array[0, 200])
            .Where((_, one, other, _) => one != other)
            .Sample(
                (key, one, other, plain) =>
                {
                    var bytes = FieldCipher.Seal(key, FieldCipher.Place("Patient", "Phone", one), plain);
                    foreach (
                        var place in new[]
                        {
                            FieldCipher.Place("Patient", "Phone", other),
                            FieldCipher.Place("Patient", "Email", one),
                            FieldCipher.Place("Contact", "Phone", one),
                            "",
                        }
                    )
                        Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(key, place.Length > 0 ? place : "|", bytes));
                }
            );

    [Fact]
    public void A_field_with_any_byte_changed_or_cut_off_does_not_open() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Int[0, 10_000], Gen.Int[1, 255])
            .Sample(
                (plain, at, flip) =>
                {
                    var (key, place) = (new byte[32], FieldCipher.Place("Patient", "Phone", 1));
                    var bytes = FieldCipher.Seal(key, place, plain);
                    Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(key, place, bytes[..(at % bytes.Length)]));
                    bytes[at % bytes.Length] ^= (byte)flip;
                    Assert.ThrowsAny<CryptographicException>(() => FieldCipher.Open(key, place, bytes));
                }
            );
}

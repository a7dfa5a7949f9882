using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Identity;
using OtpNet;
using QRCoder;

namespace Glidepath.Web.Accounts;

/// <summary>The six numbers of an authenticator app (RFC 6238). Its secret is stored sealed, and no code is taken twice.</summary>
internal sealed class Authenticator(UserManager<UserAccount> users, KeyFiles keys, TimeProvider clock)
{
    private static readonly VerificationWindow OneStepEitherWay = new(previous: 1, future: 1);

    public static byte[] NewSecret() => KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);

    public byte[] Seal(byte[] secret) => keys.SealSecret(UserAccount.AuthenticatorUse, secret);

    /// <returns>The step of the code, or null where it is wrong.</returns>
    public long? Step(byte[] secret, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        return digits.Length == 6 && new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, digits, out var step, OneStepEitherWay)
            ? step
            : null;
    }

    /// <summary>Whether it is the account's code, and for the first time.</summary>
    public async Task<bool> TakeAsync(UserAccount account, string code)
    {
        if (
            account.AuthenticatorSecret is null
            || Step(keys.OpenSecret(UserAccount.AuthenticatorUse, account.AuthenticatorSecret), code) is not { } step
            || step <= account.LastCodeStep
        )
            return false;
        account.LastCodeStep = step;
        // Two at once with one code: the second meets a changed row.
        return (await users.UpdateAsync(account)).Succeeded;
    }

    /// <summary>As a person types it where the picture cannot be read.</summary>
    public static string Text(byte[] secret) =>
        string.Join(' ', Base32Encoding.ToString(secret).TrimEnd('=').Chunk(4).Select(c => new string(c)));

    /// <summary>What an authenticator app on the same phone opens: a phone takes no picture of itself.</summary>
    /// <param name="issuer">Stands in the list of the app, where others may see it: for a patient it names no program.</param>
    public static string Address(byte[] secret, string userName, string issuer = "Glidepath") =>
        new OtpUri(OtpType.Totp, secret, userName, issuer).ToString();

    /// <summary>One path of unit squares, and the width of the whole.</summary>
    public static (string Path, int Size) Picture(byte[] secret, string userName, string issuer = "Glidepath")
    {
        using var made = QRCodeGenerator.GenerateQrCode(Address(secret, userName, issuer), QRCodeGenerator.ECCLevel.M);
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < made.ModuleMatrix.Count; y++)
        for (var x = 0; x < made.ModuleMatrix[y].Length; x++)
            if (made.ModuleMatrix[y][x])
                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return (path.ToString(), made.ModuleMatrix.Count);
    }
}

using System.Text;
using System.Xml.Linq;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Glidepath.Web.Administration;

/// <summary>
/// The host's own keys (for cookies and forms) stand in the database sealed, so that a copy of the database alone signs nobody in.
/// </summary>
internal sealed class HostKeySeal(KeyFiles keys) : IXmlEncryptor
{
    internal const string Use = "host keys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var bytes = keys.SealSecret(Use, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(bytes)), typeof(HostKeyUnseal));
    }
}

/// <summary>Made by the framework, which hands it the services.</summary>
internal sealed class HostKeyUnseal(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(
            Encoding.UTF8.GetString(
                services.GetRequiredService<KeyFiles>().OpenSecret(HostKeySeal.Use, Convert.FromBase64String(encryptedElement.Value))
            )
        );
}

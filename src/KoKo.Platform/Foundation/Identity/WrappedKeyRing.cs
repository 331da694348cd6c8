using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Keys of Data Protection (cookies, cursors, antiforgery) lie in the database wrapped like the token keys.</summary>
internal sealed class WrappedKeyRing(KeyFile file) : IConfigureOptions<KeyManagementOptions>, IXmlEncryptor
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = this;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var wrapped = file.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("wrappedKey", Convert.ToBase64String(wrapped)), typeof(WrappedKeyReader));
    }
}

/// <summary>Made by Data Protection itself from the type's name in the stored key: the name must stay.</summary>
internal sealed class WrappedKeyReader(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var plain = services.GetRequiredService<KeyFile>().Unwrap(Convert.FromBase64String(encryptedElement.Value));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}

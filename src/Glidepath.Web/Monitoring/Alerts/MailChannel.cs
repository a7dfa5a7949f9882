using System.Net.Sockets;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Monitoring;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using static Glidepath.Web.Monitoring.MonitoringText;

namespace Glidepath.Web.Monitoring.Alerts;

/// <summary>An e-mail to the program's own address, over TLS, with nothing in it but the address of the duty list.</summary>
internal sealed class MailChannel(IOptionsMonitor<AlertingOptions> options) : IAlertChannel
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);

    // TLS from the first byte; other ports ask for it.
    private const int TlsPort = 465;

    public OutboxChannel Channel => OutboxChannel.Mail;

    public bool IsConfigured =>
        options.CurrentValue.Mail is { Host.Length: > 0 } mail
        && MailboxAddress.TryParse(mail.From, out _)
        && MailboxAddress.TryParse(mail.To, out _);

    public async Task<string?> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (said, mail) = (options.CurrentValue, options.CurrentValue.Mail);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Wait);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(
                mail.Host!,
                mail.Port,
                mail.Port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
                limit.Token
            );
            if (mail.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, mail.Password ?? "", limit.Token);
            await client.SendAsync(Written(message, said), limit.Token);
            // It was taken: how the connection ends changes nothing.
            return null;
        }
        catch (AuthenticationException)
        {
            return "sign-in";
        }
        catch (SslHandshakeException)
        {
            return "tls";
        }
        catch (Exception failed) when (failed is SocketException or IOException or ServiceNotConnectedException)
        {
            return "unreachable";
        }
        catch (Exception failed) when (failed is SmtpCommandException or SmtpProtocolException or NotSupportedException)
        {
            return "refused";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    /// <summary>A receiver may tell a repeat by the id of the message, which is that of the outbox.</summary>
    internal static MimeMessage Written(OutboxMessage message, AlertingOptions said)
    {
        var mail = new MimeMessage
        {
            Subject = T["AReminder"],
            MessageId = $"{message.Id:N}@glidepath",
            Body = new TextPart("plain") { Text = DutyLink.Of(said.Site) is { } link ? T["PleaseSignInAt", link] : T["PleaseSignIn"] },
        };
        mail.From.Add(MailboxAddress.Parse(said.Mail.From!));
        mail.To.Add(MailboxAddress.Parse(said.Mail.To!));
        return mail;
    }
}

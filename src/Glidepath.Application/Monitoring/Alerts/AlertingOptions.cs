using Glidepath.Treatment.Monitoring;

namespace Glidepath.Application.Monitoring;

/// <summary><c>Alerting</c> in the configuration: how word leaves the program. Nothing is sent where nothing is set.</summary>
internal sealed class AlertingOptions
{
    /// <summary>The address of this host as staff reach it, for the link in what is sent; such as
    /// <c>https://care.example.org</c>.</summary>
    public string? Site { get; set; }

    /// <summary>Lighter alerts are on the duty list alone.</summary>
    public AlertLevel SendFrom { get; set; } = AlertLevel.Red;

    /// <summary>False for a node that only serves pages, beside others that send.</summary>
    public bool Rounds { get; set; } = true;

    /// <summary>Seconds between two rounds of the engine.</summary>
    public int RoundSeconds { get; set; } = 2;

    public WebhookOptions Webhook { get; set; } = new();

    public MailOptions Mail { get; set; } = new();
}

internal sealed class WebhookOptions
{
    /// <summary>The program's own pager; https, or this machine.</summary>
    public string? Url { get; set; }

    /// <summary>Signs the body (HMAC-SHA-256, header <c>Glidepath-Signature</c>), so that the receiver knows who sends.</summary>
    public string? Secret { get; set; }
}

internal sealed class MailOptions
{
    public string? Host { get; set; }

    /// <summary>465 for TLS from the start; else STARTTLS is asked for.</summary>
    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }
}

using System.Net.Http.Json;
using Microsoft.Extensions.Logging;

namespace Platform.Catalogue;

#nullable enable

/// <summary>Looks up who owns a service.</summary>
[Service("owners")]
public sealed class OwnerLookup(HttpClient client, ILogger<OwnerLookup> logger)
{
    private const string Root = @"C:\platform\cache";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2.5);

    // Answers null where nobody is known to own it.
    public async Task<Owner?> FindAsync(string service, CancellationToken token = default)
    {
        var address = $"api/v1/services/{Uri.EscapeDataString(service)}/owner";
        logger.LogInformation("asking for {Service}\n", service);
        try
        {
            return await client.GetFromJsonAsync<Owner>(address, token);
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            logger.LogWarning(e, "no answer"); /* the cache may be old */
            return Owner.Load($@"{Root}\{service}.json");
        }
    }
}

public record Owner(string Team, string Channel, char Tier = 'b');

package com.example.platform.quota;

import java.time.Duration;
import java.util.Map;

/**
 * Keeps a team within its quota.
 */
public final class QuotaGuard implements AutoCloseable {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final long LIMIT = 1_000L;

    private final Map<String, Long> used;

    @Inject
    public QuotaGuard(Map<String, Long> used) {
        this.used = used;
    }

    // A team that is over its quota waits for the next window.
    public boolean allows(String team) {
        var query = """
            select sum(cost) from usage
            where team = ? and kind <> "free"
            """;
        if (team == null || team.isBlank()) {
            throw new IllegalArgumentException("no team\n");
        }
        return used.getOrDefault(team + ':' + query.length(), 0L) < LIMIT;
    }

    @Override
    public void close() { /* nothing is held */ }
}

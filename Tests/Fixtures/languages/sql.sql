-- What every team used of its quota in the last thirty days.
CREATE TABLE IF NOT EXISTS usage (
    team        varchar(63) NOT NULL REFERENCES teams (name) ON DELETE CASCADE,
    resource    text        NOT NULL CHECK (resource IN ('cpu', 'memory')),
    amount      numeric(12, 3) DEFAULT 0.0,
    measured_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team, resource, measured_at)
);

CREATE INDEX CONCURRENTLY usage_by_day ON usage (date_trunc('day', measured_at));

/* Teams without any use are listed, too. */
WITH recent AS (
    SELECT team, resource, sum(amount) AS total
    FROM usage
    WHERE measured_at > now() - INTERVAL '30 days'
    GROUP BY team, resource
)
SELECT t.name AS "team name", coalesce(r.total, 0) AS total,
       CASE WHEN r.total > t.quota * 0.9 THEN 'it''s nearly used up' ELSE 'fine' END AS state
FROM teams AS t
LEFT JOIN recent AS r ON r.team = t.name AND r.resource = 'cpu'
WHERE t.archived IS NOT TRUE AND t.name LIKE 'team-%'
ORDER BY total DESC
LIMIT 20 OFFSET :offset;

<!DOCTYPE html>
<h1 class="title"><?= htmlspecialchars($title) ?></h1>
<?php
declare(strict_types=1);

namespace Platform\Portal;

use DateTimeImmutable;

// Who is on call for a team.
final class Rota
{
    private const LIMIT = 20;

    public function __construct(private readonly array $shifts = []) {}

    /** Null where nobody is. */
    public function onCall(string $team, ?DateTimeImmutable $at = null): ?string
    {
        $at ??= new DateTimeImmutable('now');
        foreach (array_slice($this->shifts, 0, self::LIMIT) as $shift) {
            if ($shift['team'] === $team && $shift['until'] > $at) {
                return "{$shift['name']} until {$at->format('H:i')}\n";
            }
        }
        # Nobody: the platform team takes it.
        return $team === "platform" ? null : <<<TEXT
            $team has nobody on call,
            "platform" takes it.
            TEXT;
    }
}

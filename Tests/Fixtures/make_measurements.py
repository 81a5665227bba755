"""Writes the sample measurements of content/: run it from the root of the repository.

The same seed gives the same bytes. Days run from 2026-08-25 to 2026-11-22; the last three are in hours, so that burn
rates over short look-backs can be shown. Each document says in its source that it is a sample.
"""

import datetime
import json
import random

FIRST, LAST, HOURLY = datetime.date(2026, 8, 25), datetime.date(2026, 11, 22), 3
SEED = 20261122

# Per capability: SLO, with the objective where there are several, what is counted, count per day, target, share of the budget that an ordinary day spends,
# and bad days (index from the first day: times the ordinary spending of a day).
SAMPLES = {
    "policy-guardrails": [
        ("policy-decisions", "events", 640_000, 0.999, 0.06, {48: 210}),
        ("policy-latency", "timeslices", 1440, 0.99, 0.35, {48: 9, 49: 3, 79: 4}),
        ("policy-exceptions-decided", "events", 0.7, 0.9, 0.4, {27: 6, 62: 12}),
    ],
    "identity-and-access": [
        ("sign-in-availability", "timeslices", 1440, 0.999, 0.08, {27: 420}),
        ("pod-credentials", "events", 3_100_000, 0.9995, 0.22, {77: 62}),
        ("group-change-delay", "events", 46, 0.95, 0.25, {27: 12, 73: 4}),
    ],
    "accounts": [
        ("account-vending-time", "events", 0.6, 0.9, 0.3, {37: 20}),
        ("account-baseline", "timeslices", 24, 0.99, 0.15, {71: 180}),
    ],
    "secrets": [
        ("secrets-read-availability", "events", 1_900_000, 0.9995, 0.30, {31: 9, 70: 4}),
        ("secrets-freshness", "timeslices", 288, 0.995, 0.12, {40: 20, 78: 6}),
    ],
    "observability": [
        ("telemetry-ingestion", "events", 48_000_000, 0.999, 0.64, {22: 6, 74: 8, 83: 4}),
        ("query-availability", "timeslices", 1440, 0.995, 0.20, {55: 12}),
        ("alert-delivery", "events", 2_600, 0.999, 0.10, {18: 20}),
    ],
    "infrastructure-modules": [
        ("terraform-run-success", "events", 320, 0.99, 0.40, {27: 8, 66: 4}),
        ("terraform-plan-time", "events", 210, 0.95, 0.78, {65: 3, 72: 3, 79: 2}),
        ("module-registry-availability", "timeslices", 288, 0.999, 0.0, {44: 9}),
    ],
    "kubernetes-runtime": [
        ("kubernetes-api-availability", "timeslices", 1440, 0.999, 0.25, {48: 10, 84: 3}),
        ("pod-scheduling-time", "events", 18_500, 0.995, 0.32, {37: 7, 73: 4}),
    ],
    "network": [
        ("gateway-availability", "timeslices", 1440, 0.9995, 0.12, {54: 2, 69: 7, 82: 5}),
        ("dns-answers", "events", 910_000_000, 0.9999, 0.18, {37: 5, 76: 3}),
        ("certificate-renewal", "timeslices", 24, 0.99, 0.0, {58: 12}),
    ],
    "delivery-pipelines": [
        ("pipeline-success", "events", 1_450, 0.99, 0.70, {65: 14, 66: 9, 81: 6}),
        ("deployment-latency", "events", 310, 0.95, 0.45, {12: 3, 51: 4}),
        ("registry-availability", "timeslices", 288, 0.9995, 0.0, {35: 7}),
    ],
    "environments": [
        ("environment-provisioning-time", "events", 14, 0.95, 0.30, {9: 5, 60: 6}),
        ("environment-journey: Requests accepted", "events", 24, 0.97, 0.25, {60: 5}),
        ("environment-journey: First deployment works", "events", 11, 0.9, 0.30, {9: 4, 74: 3}),
    ],
    "cost-visibility": [
        ("cost-data-freshness", "timeslices", 24, 0.95, 0.20, {27: 30, 79: 90, 80: 80}),
        ("cost-query-success", "events", 5_200, 0.99, 0.22, {44: 9}),
        ("cost-warning-delay", "events", 6, 0.90, 0.35, {27: 6, 79: 5}),
    ],
    "backup-and-restore": [
        ("backup-freshness", "timeslices", 24, 0.99, 0.10, {36: 60, 61: 40}),
        ("restore-test-success", "events", 42, 0.98, 0.55, {50: 8, 73: 7, 76: 5}),
    ],
    "developer-portal": [
        ("portal-availability", "timeslices", 1440, 0.999, 0.12, {58: 14}),
        ("portal-publish-latency", "events", 26, 0.95, 0.40, {15: 4, 46: 12, 47: 10}),
    ],
}

# Planned work: its hour has a slice of its own, which an exclusion takes out.
EXCLUSIONS = {
    "gateway-availability": (54, 5, "Planned move of the public gateway to new load balancers", "2026-10-11"),
    "secrets-read-availability": (68, 20, "Planned upgrade of the storage behind Vault", "2026-10-23"),
}

# Those whose numbers stand in a file of their own, as a table or as what a Prometheus server answers.
FORMATS = {"cost-query-success": "csv", "restore-test-success": "json"}

SOURCE = "sample data, made by Tests/Fixtures/make_measurements.py"


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.hour else moment.strftime("%Y-%m-%d")


class Sample:
    """The slices of one service level."""

    def __init__(self, capability, slo, unit, count, target, ordinary, bad_days):
        self.random = random.Random(f"{SEED} {slo}")
        self.folder = f"content/capabilities/{capability}"
        self.format = FORMATS.get(slo, "yaml")
        self.slo, _, self.objective = slo.partition(": ")
        self.unit, self.count, self.target = unit, count, target
        self.ordinary, self.bad_days = ordinary, bad_days
        self.slices = []

    def rounded(self, number):
        whole = int(number)
        return whole + (self.random.random() < number - whole)

    def total(self, day, share):
        if self.unit == "timeslices":
            return round(self.count * share)
        quiet = 0.45 if day.weekday() >= 5 else 1.0
        return max(0, self.rounded(self.count * share * quiet * self.random.uniform(0.9, 1.1)))

    def slice(self, index, start, hours, spending=None):
        total = self.total(start, hours / 24)
        if spending is None:
            spending = self.ordinary * self.bad_days.get(index, 1) if self.ordinary else self.bad_days.get(index, 0)
            spending *= self.random.uniform(0.5, 1.3)
        bad = min(total, self.rounded(total * (1 - self.target) * spending))
        end = start + datetime.timedelta(hours=hours)
        self.slices.append((start, end, total - bad, total))

    def run(self):
        days = (LAST - FIRST).days + 1
        excluded = EXCLUSIONS.get(self.slo)
        for index in range(days):
            start = datetime.datetime.combine(FIRST + datetime.timedelta(days=index), datetime.time())
            # The samples of an answer are equally far from one another.
            if index >= days - HOURLY and self.format != "json":
                for hour in range(24):
                    self.slice(index, start + datetime.timedelta(hours=hour), 1)
            elif excluded and index == excluded[0]:
                hour = excluded[1]
                self.slice(index, start, hour)
                self.slice(index, start + datetime.timedelta(hours=hour), 1, spending=400)
                self.slice(index, start + datetime.timedelta(hours=hour + 1), 23 - hour)
            else:
                self.slice(index, start, 24)
        return self.document(excluded)

    def document(self, excluded):
        end = LAST + datetime.timedelta(days=1)
        name = "-".join([self.slo] + self.objective.lower().split() + [str(LAST)])
        lines = [
            "apiVersion: portico/v1", "kind: Measurements", f"metadata: {{name: {name}}}", "spec:", f"  slo: {self.slo}",
        ] + ([f"  objective: {self.objective}"] if self.objective else []) + [
            f'  source: "{SOURCE}"', f"  asOf: {end}T00:00:00Z", f"  counts: {self.unit}",
        ] + getattr(self, self.format)()
        if excluded:
            index, hour, reason, notice = excluded
            start = datetime.datetime.combine(FIRST + datetime.timedelta(days=index), datetime.time(hour))
            lines += ["  exclusions:", f"    - {{from: {stamp(start)}, to: {stamp(start + datetime.timedelta(hours=1))}, "
                      f"reason: {reason}, notice: {notice}}}"]
        return "\n".join(lines) + "\n"

    def yaml(self):
        return ["  slices:"] + [
            f"    - {{from: {stamp(start)}, to: {stamp(end)}, good: {good}, total: {total}}}"
            for start, end, good, total in self.slices
        ]

    def csv(self):
        with open(f"{self.folder}/{self.slo}.measurements.csv", "w", encoding="utf-8") as file:
            file.write("slo,objective,from,to,good,total\n")
            for start, end, good, total in self.slices:
                file.write(f"{self.slo},,{stamp(start)},{stamp(end)},{good},{total}\n")
        return [f"  file: {self.slo}.measurements.csv"]

    def json(self):
        def series(count, column):
            values = [[int(row[1].replace(tzinfo=datetime.timezone.utc).timestamp()), str(row[column])] for row in self.slices]
            return {"metric": {"count": count}, "values": values}

        answer = {"status": "success", "data": {"resultType": "matrix", "result": [series("good", 2), series("total", 3)]}}
        with open(f"{self.folder}/{self.slo}.measurements.json", "w", encoding="utf-8") as file:
            file.write(json.dumps(answer) + "\n")
        return [f"  {name}: {{file: {self.slo}.measurements.json, labels: {{count: {name}}}}}" for name in ("good", "total")]


for capability, samples in SAMPLES.items():
    with open(f"content/capabilities/{capability}/measurements.yaml", "w", encoding="utf-8") as file:
        file.write("---\n".join(Sample(capability, *sample).run() for sample in samples))

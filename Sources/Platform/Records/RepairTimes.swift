/// How long repairs took in a quarter.
package struct RepairTime: Sendable {
  package let quarter: Quarter
  /// How many incidents were repaired.
  package let count: Int
  /// Mean of the seconds from detection to repair, cut to a whole second.
  package let mean: Int
}

extension Sequence<Incident> {
  /// The mean time to repair by the quarter (in UTC) of the detection, latest first.
  ///
  /// A quarter without a repair is missing: no incident is not a repair in no time.
  package var repairTimes: [RepairTime] {
    var times: [Quarter: [Int]] = [:]
    for incident in self {
      guard let time = incident.timeToRepair else { continue }
      times[Quarter(of: incident.detected.date), default: []].append(time)
    }
    let means = times.map { quarter, times in
      RepairTime(quarter: quarter, count: times.count, mean: times.reduce(0, +) / times.count)
    }
    return means.sorted { $0.quarter > $1.quarter }
  }
}

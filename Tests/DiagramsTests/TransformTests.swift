import Testing

@testable import Diagrams

@Suite struct TransformTests {
  @Test(arguments: [
    ("translate(3)", 4.0, 2.0), ("translate(3, 4)", 4, 6), ("scale(2)", 2, 4), ("scale(2 3) translate(1,1)", 4, 9),
    ("translate(1,1), scale(2)", 3, 5), ("matrix(0 1 -1 0 5 6)", 3, 7), ("rotate(180)", -1, -2),
    ("rotate(180 1 1)", 1, 0), ("unknown(1) translate(1)", 2, 2), ("translate()", 1, 2), ("scale(", 1, 2),
  ])
  func mapsAPoint(text: String, x: Double, y: Double) {
    let point = Transform(text).apply((1, 2))
    #expect(abs(point.x - x) < 1e-9 && abs(point.y - y) < 1e-9, "\(point)")
  }

  @Test(arguments: [
    "M0 0 H10 V10 H0 Z", "m0,0 h10v10h-10z", "M0,0L10,0 10,10 0,10", "M5 0 a5 5 0 0 1 5 5", "M0-0l10-0 0,10",
    "M0 0C10 0 10 10 0 10", "M.0.0 10 10",
  ])
  func pathReachesItsCorners(data: String) {
    var extent: Extent?
    for point in PathReader.points(data) {
      if extent == nil { extent = Extent(point) } else { extent?.add(point) }
    }
    #expect(extent?.contains((4, 4)) == true)
    #expect(extent?.contains((20, 20)) == false)
  }
}

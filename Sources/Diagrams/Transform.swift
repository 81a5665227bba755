import Glibc

/// An affine map of the plane: `x' = ax + cy + e`, `y' = bx + dy + f`.
struct Transform: Equatable {
  typealias Point = (x: Double, y: Double)

  private var a = 1.0
  private var b = 0.0
  private var c = 0.0
  private var d = 1.0
  private var e = 0.0
  private var f = 0.0

  static let identity = Transform()

  private init() {}

  private init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// Reads the attribute `transform`; functions that are none are passed over.
  init(_ text: String) {
    for function in text.split(separator: ")") {
      guard let open = function.firstIndex(of: "(") else { continue }
      let arguments = function[function.index(after: open)...].split { $0 == "," || $0 == " " }.compactMap {
        Double($0)
      }
      let name = function[..<open].trimmed.drop { $0 == "," }.trimmed
      if let next = Transform(function: name, arguments) { self = next.before(self) }
    }
  }

  private init?(function: Substring, _ numbers: [Double]) {
    func number(_ index: Int, else standard: Double = 0) -> Double {
      index < numbers.count ? numbers[index] : standard
    }
    switch (function, numbers.count) {
    case ("translate", 1...): self.init(1, 0, 0, 1, number(0), number(1))
    case ("scale", 1...): self.init(number(0), 0, 0, number(1, else: number(0)), 0, 0)
    case ("rotate", 1...):
      let (sine, cosine) = (sin(number(0) * .pi / 180), cos(number(0) * .pi / 180))
      let (x, y) = (number(1), number(2))
      self.init(cosine, sine, -sine, cosine, x - cosine * x + sine * y, y - sine * x - cosine * y)
    case ("matrix", 6): self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    default: return nil
    }
  }

  /// From the coordinates inside an element to those outside: of `transform`, and of a picture in the picture.
  init(placing tag: XMLTag) {
    self.init(tag.attribute("transform") ?? "")
    guard tag.name == "svg", let box = ViewBox.read(tag) else { return }
    func number(_ name: String) -> Double { tag.attribute(name).flatMap { Double($0) } ?? 0 }
    let (across, down) = (number("width") / box.width, number("height") / box.height)
    guard across > 0, down > 0 else { return }
    let inside = Transform(across, 0, 0, down, number("x") - box.x * across, number("y") - box.y * down)
    self = inside.before(self)
  }

  /// This map first, then the other.
  func before(_ other: Transform) -> Transform {
    let (x, y) = other.apply((e, f))
    return Transform(
      other.a * a + other.c * b, other.b * a + other.d * b, other.a * c + other.c * d, other.b * c + other.d * d, x, y)
  }

  func apply(_ point: Point) -> Point { (a * point.x + c * point.y + e, b * point.x + d * point.y + f) }
}

/// An upright rectangle around points.
struct Extent: Equatable {
  private var left: Double
  private var right: Double
  private var top: Double
  private var bottom: Double

  init(_ point: Transform.Point) {
    (left, right, top, bottom) = (point.x, point.x, point.y, point.y)
  }

  mutating func add(_ point: Transform.Point) {
    left = min(left, point.x)
    right = max(right, point.x)
    top = min(top, point.y)
    bottom = max(bottom, point.y)
  }

  func contains(_ point: Transform.Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }

  /// The same as seen through a map.
  func mapped(_ map: Transform) -> Extent {
    var result = Extent(map.apply((left, top)))
    for corner in [(right, top), (left, bottom), (right, bottom)] { result.add(map.apply(corner)) }
    return result
  }
}

extension Extent {
  /// The extent of a shape in its own coordinates; nil for one without an inside.
  init?(shape tag: XMLTag) {
    func number(_ name: String) -> Double { tag.attribute(name).flatMap { Double($0) } ?? 0 }
    switch tag.name {
    case "rect":
      self.init((number("x"), number("y")))
      add((number("x") + number("width"), number("y") + number("height")))
    case "circle", "ellipse":
      let (rx, ry) = tag.name == "circle" ? (number("r"), number("r")) : (number("rx"), number("ry"))
      self.init((number("cx") - rx, number("cy") - ry))
      add((number("cx") + rx, number("cy") + ry))
    case "polygon":
      let numbers = (tag.attribute("points") ?? "").split { $0 == "," || $0.isWhitespace }.compactMap { Double($0) }
      self.init(points: stride(from: 1, to: numbers.count, by: 2).map { (numbers[$0 - 1], numbers[$0]) })
    case "path": self.init(points: PathReader.points(tag.attribute("d") ?? ""))
    default: return nil
    }
  }

  private init?(points: [Transform.Point]) {
    guard let first = points.first else { return nil }
    self.init(first)
    for point in points.dropFirst() { add(point) }
  }
}

/// Reads the data of a path: the points that it goes through and those that bend it.
struct PathReader {
  private var points: [Transform.Point] = []
  private var position: Transform.Point = (0, 0)
  private var start: Transform.Point = (0, 0)

  static func points(_ data: String) -> [Transform.Point] {
    var reader = PathReader()
    var command = Character("M")
    var numbers: [Double] = []
    for word in words(data) {
      if let number = Double(word) {
        numbers.append(number)
      } else {
        reader.follow(command, numbers)
        command = word.first ?? "M"
        numbers = []
      }
    }
    reader.follow(command, numbers)
    return reader.points
  }

  /// Commands and numbers, which need nothing between them where none can be taken for a part of the other.
  private static func words(_ data: String) -> [Substring] {
    var words: [Substring] = []
    var start: String.Index?
    func finish(_ end: String.Index) {
      if let from = start { words.append(data[from..<end]) }
      start = nil
    }
    var previous: Character = " "
    for index in data.indices {
      let character = data[index]
      switch character {
      case "0"..."9", "e", "E": if start == nil { start = index }
      case ".":
        if let from = start, data[from..<index].contains(".") { finish(index) }
        if start == nil { start = index }
      case "-", "+":
        if previous != "e", previous != "E" { finish(index) }
        if start == nil { start = index }
      default:
        finish(index)
        if character.isLetter { words.append(data[index...index]) }
      }
      previous = character
    }
    finish(data.endIndex)
    return words
  }

  private mutating func follow(_ command: Character, _ numbers: [Double]) {
    let isRelative = command.isLowercase
    let origin = { (position: Transform.Point) -> Transform.Point in isRelative ? position : (0, 0) }
    switch command.lowercased() {
    case "z": position = start
    case "h": for x in numbers { go(to: (x + origin(position).x, position.y)) }
    case "v": for y in numbers { go(to: (position.x, y + origin(position).y)) }
    case "a":
      for last in stride(from: 6, to: numbers.count, by: 7) {
        let (from, begin) = (origin(position), position)
        go(to: (numbers[last - 1] + from.x, numbers[last] + from.y))
        // An arc goes no further than this beyond its ends.
        let (rx, ry) = (numbers[last - 6], numbers[last - 5])
        for end in [begin, position] { points += [(end.x - rx, end.y - ry), (end.x + rx, end.y + ry)] }
      }
    case let name:
      let first = points.count
      follow(curves: numbers, ["c": 3, "s": 2, "q": 2][name] ?? 1, isRelative)
      if name == "m", first < points.count { start = points[first] }
    }
  }

  /// Steps of several pairs of coordinates, the last of which is where the step ends.
  private mutating func follow(curves numbers: [Double], _ pairs: Int, _ isRelative: Bool) {
    for step in stride(from: 0, through: numbers.count - pairs * 2, by: pairs * 2) {
      let from: Transform.Point = isRelative ? position : (0, 0)
      for pair in stride(from: step, to: step + pairs * 2, by: 2) {
        go(to: (numbers[pair] + from.x, numbers[pair + 1] + from.y))
      }
    }
  }

  private mutating func go(to point: Transform.Point) {
    points.append(point)
    position = point
  }
}

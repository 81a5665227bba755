/// The width and height at which an image is shown, in CSS pixels.
package struct ImageSize: Equatable, Sendable {
  package let width: Int
  package let height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The longest side that is believed: no format for the web but PNG, AVIF and SVG can say more.
  static let bound = 65_535

  /// The size as it is seen after a quarter turn.
  var turned: ImageSize { ImageSize(width: height, height: width) }
}

/// What the header of an image file says.
package enum ImageHeader: Equatable, Sendable {
  case size(ImageSize)
  /// An SVG that says no size.
  case unsized
  /// A file of no format that is read here.
  case unknown
  /// The bytes end before the size.
  case truncated
  /// The file contradicts itself, or its format; the reason follows "the image".
  case faulty(String)

  /// Reads the beginning of a file, or all of it: PNG, JPEG, GIF, WebP, AVIF or SVG, which its bytes tell, not its name.
  ///
  /// Any bytes have an answer, in a time that grows with their number.
  package init(_ bytes: [UInt8]) {
    let reader = ByteReader(bytes)
    for format in [PNG.read, JPEG.read, GIF.read, WebP.read, AVIF.read, SVG.read] {
      if let header = format(reader) {
        self = header
        return
      }
    }
    self = .unknown
  }

  /// The size, if it is one that can be.
  init(width: Int?, height: Int?) {
    guard let width, let height else {
      self = .truncated
      return
    }
    guard width > 0, height > 0, width <= ImageSize.bound, height <= ImageSize.bound else {
      self = .faulty("claims to be \(width) × \(height) pixels")
      return
    }
    self = .size(ImageSize(width: width, height: height))
  }

  /// The header of an image that is to be shown after a quarter turn.
  func turned(if isTurned: Bool) -> ImageHeader {
    if isTurned, case .size(let size) = self { .size(size.turned) } else { self }
  }
}

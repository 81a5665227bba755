/// Letters as the index knows them: lower case, and Latin ones without their marks, so that `cafe` finds `Café`.
///
/// The client folds what is typed in the same way.
enum Folding {
  /// Appends a letter to the bytes of a term; a mark that combines is dropped.
  static func append(_ scalar: Unicode.Scalar, to term: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: term.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case ..<0x80: term.append(UInt8(truncatingIfNeeded: scalar.value))
    case 0xC0...0x24F: term += String(latin[Int(scalar.value) - 0xC0]).utf8
    case 0x300...0x36F: break
    case 0x1E00...0x1EFF: term += String(additional[Int(scalar.value) - 0x1E00]).utf8
    default: term += scalar.properties.lowercaseMapping.utf8
    }
  }

  /// From U+00C0: of each lower-case letter the first scalar of its canonical decomposition (Unicode 15, `UnicodeData.txt`).
  private static let latin = Array(
    """
    aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy\
    aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ\
    ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ\
    ƀɓƃƃƅƅɔƈƈɖɗƌƌƍǝəɛƒƒɠɣƕɩɨƙƙƚƛɯɲƞɵooƣƣƥƥʀƨƨʃƪƫƭƭʈuuʊʋƴƴƶƶʒƹƹƺƻƽƽƾƿ\
    ǀǁǂǃǆǆǆǉǉǉǌǌǌaaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjǳǳǳggƕƿnnaaææøø\
    aaaaeeeeiiiioooorrrruuuussttȝȝhhƞȡȣȣȥȥaaeeooooooooyyȴȵȶȷȸȹⱥȼȼƚⱦȿ\
    ɀɂɂƀʉʌɇɇɉɉɋɋɍɍɏɏ
    """.unicodeScalars)

  /// The same from U+1E00.
  private static let additional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyẚſẜẝßẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻỻỽỽỿỿ
    """.unicodeScalars)
}

extension Grammar {
  static let go = Grammar(
    .slashComments + .escapedStrings + [.string("`", lines: true)],
    [
      .keywords(
        """
        break case chan const continue default defer else fallthrough for go goto if import interface map package range
        return select struct switch var
        """),
      .keywords("func", before: .function),
      .keywords("type", before: .type),
      .types(
        """
        any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint
        uint8 uint16 uint32 uint64 uintptr
        """),
      .literals("true false nil iota"),
    ],
    [.calls])
}

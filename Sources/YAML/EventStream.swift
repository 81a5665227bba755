import CYAML

/// One step of libyaml through a text.
///
/// Places are counts of characters from the start of the text.
struct Event {
  enum Kind {
    case streamStart
    case documentStart
    case documentEnd
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
  }

  let kind: Kind
  let anchor: String?
  let start: Int
  let end: Int
}

/// Why libyaml stopped, in its own words.
struct ParserFailure: Error {
  let problem: String
  /// What it was reading; empty where it does not say.
  let context: String
  /// Where it stopped and where the context began, as counts of characters.
  let problemStart: Int
  let contextStart: Int
  /// The offset of the byte that cannot be read; nil where all of them could.
  let unreadableOffset: Int?
}

/// libyaml's parser over UTF-8 bytes.
@safe struct EventStream: ~Copyable {
  // libyaml keeps a pointer to its own state, which must therefore never move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// - Parameter input: not empty, and alive for as long as the stream.
  init(_ input: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  mutating func next() -> Result<Event, ParserFailure> {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { return .failure(failure) }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe .success(Event(event))
  }

  private var failure: ParserFailure {
    unsafe ParserFailure(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "out of memory",
      context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      problemStart: parser.pointee.problem_mark.index,
      contextStart: parser.pointee.context_mark.index,
      unreadableOffset: parser.pointee.error == YAML_READER_ERROR ? parser.pointee.problem_offset : nil)
  }
}

extension Event {
  fileprivate init(_ event: yaml_event_t) {
    unsafe start = event.start_mark.index
    unsafe end = event.end_mark.index
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      unsafe anchor = Event.text(scalar.anchor)
      let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      kind = unsafe .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.tag == nil)
    case YAML_SEQUENCE_START_EVENT:
      (kind, anchor) = unsafe (.sequenceStart, Event.text(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT: (kind, anchor) = unsafe (.mappingStart, Event.text(event.data.mapping_start.anchor))
    case YAML_ALIAS_EVENT: (kind, anchor) = unsafe (.alias(Event.text(event.data.alias.anchor) ?? ""), nil)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (kind, anchor) = (.collectionEnd, nil)
    case YAML_DOCUMENT_START_EVENT: (kind, anchor) = (.documentStart, nil)
    case YAML_DOCUMENT_END_EVENT: (kind, anchor) = (.documentEnd, nil)
    case YAML_STREAM_START_EVENT: (kind, anchor) = (.streamStart, nil)
    default: (kind, anchor) = (.streamEnd, nil)
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
}

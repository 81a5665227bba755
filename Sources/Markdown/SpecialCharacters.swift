/// Stands in for the library's `cmark_inlines_remove_special_character`, by the linker's `--wrap`, and does nothing.
///
/// The library adds the special characters of its extensions to a process-wide table before each parse and takes them
/// out after it, so that one thread's end of a parse blinds another thread in the middle of one. Left in, they are the
/// same for every parse that this module makes, since all of them attach the same extensions.
@_cdecl("__wrap_cmark_inlines_remove_special_character")
func keepSpecialCharacter(_ character: UInt8, _ emphasis: Bool) {}

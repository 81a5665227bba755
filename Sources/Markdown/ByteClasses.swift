/// ASCII white space as the library has it: space, tab, line feed, vertical tab, form feed, carriage return.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

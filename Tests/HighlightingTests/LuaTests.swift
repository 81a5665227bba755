import Testing

@Suite struct LuaTests {
  @Test func longBrackets() throws {
    #expect(
      try marked("--[[ a\n]] b = [==[ ]] ]==] -- c", as: "lua")
        == "‹c:--[[ a\n]]› b = ‹s:[==[ ]] ]==]› ‹c:-- c›")
  }
}

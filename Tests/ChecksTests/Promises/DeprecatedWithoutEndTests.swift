import Testing

@Suite struct DeprecatedWithoutEndTests {
  private let site = KeptPromises()

  @Test func aSuccessorAloneDoesNotSayWhen() async {
    #expect(
      await site.findings(("  sunset: 2026-06-30\n", "")) == [
        "content/old/capability.yaml:3:18: warning: the capability 'old' is deprecated, and nothing says when it ends [deprecated-without-end]"
      ])
  }

  @Test func someEndWithoutASuccessor() async {
    #expect(
      await site.findings(("  replacedBy: capability:secrets\n", ""), ("[the old vault](capability:old)", "it")) == [])
  }

  @Test func aTemplateSaysItByAnnotations() async {
    let deprecated = ("type: service, steps", "lifecycle: Deprecated, type: service, steps")
    #expect(
      await site.report(deprecated) == """
        content/templates/service/template.yaml:3:18: warning: the template 'service' is deprecated, and nothing says what \
        replaces it or when it ends [deprecated-without-end]
          3 | metadata: {name: service, title: Service}
            |                  ^~~~~~~
          help: Write the last day that it can be used: the annotation 'portico/sunset: "2027-03-31"'.

        """)
    #expect(
      await site.findings(
        deprecated, ("title: Service}", "title: Service, annotations: {portico/sunset: \"2027-03-31\"}}")) == [])
  }
}

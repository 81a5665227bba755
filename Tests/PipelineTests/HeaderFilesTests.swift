import TestSupport
import Testing

@Suite struct HeaderFilesTests {
  private func file(_ server: String, _ path: String) async -> String? {
    await TestSite(
      """
      -- portico.yaml --
      title: A
      securityHeaders: {servers: [\(server)], contentSecurityPolicy: "default-src 'self'"}
      -- a.md --
      # A
      """
    ).build().text(path)
  }

  @Test func nginxIncludesOne() async {
    #expect(
      await file("nginx", "security-headers.nginx.conf") == """
        add_header Content-Security-Policy "default-src 'self'" always;
        add_header X-Content-Type-Options "nosniff" always;
        add_header Referrer-Policy "strict-origin-when-cross-origin" always;
        add_header Cross-Origin-Opener-Policy "same-origin" always;
        add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;

        """)
  }

  @Test func netlifyReadsOne() async {
    #expect(
      await file("netlify", "_headers") == """
        /*
          Content-Security-Policy: default-src 'self'
          X-Content-Type-Options: nosniff
          Referrer-Policy: strict-origin-when-cross-origin
          Cross-Origin-Opener-Policy: same-origin
          Permissions-Policy: camera=(), geolocation=(), microphone=()

        """)
  }

  @Test func cloudFrontTakesAPolicy() async throws {
    let policy = try #require(await file("cloudfront", "security-headers.cloudfront.json"))
    #expect(policy.contains("\"ContentSecurityPolicy\": \"default-src 'self'\""))
    #expect(policy.contains("\"Quantity\": 2"))
    #expect(policy.contains("\"Header\": \"Permissions-Policy\""))
  }

  @Test func noneIsMadeUnlessItIsAskedFor() async {
    #expect(await file("", "_headers") == nil)
  }
}

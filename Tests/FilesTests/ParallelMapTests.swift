import Files
import Testing

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 8, 1000]) func resultsStandInTheOrderOfTheElements(jobs: Int) async {
    let squares = await parallelMap(Array(0..<500), jobs: jobs) { $0 * $0 }
    #expect(squares == (0..<500).map { $0 * $0 })
  }

  @Test(arguments: [1, 4]) func noElementsGiveNoResults(jobs: Int) async {
    let results = await parallelMap([Int](), jobs: jobs) { $0 }
    #expect(results == [])
  }

  @Test func moreJobsThanElementsTakeEachElementOnce() async {
    let results = await parallelMap(["a", "b", "c"], jobs: 64) { $0 + "!" }
    #expect(results == ["a!", "b!", "c!"])
  }

  @Test func oneElementIsTransformed() async {
    let results = await parallelMap([20], jobs: 4) { $0 + 1 }
    #expect(results == [21])
  }
}

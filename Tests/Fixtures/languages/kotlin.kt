package com.example.platform

import kotlinx.coroutines.delay
import kotlin.time.Duration.Companion.seconds

/* What a deployment went through. */
sealed interface Outcome {
    data class Ready(val replicas: Int) : Outcome
    data object TimedOut : Outcome
}

private const val ATTEMPTS = 10

// Asks until all replicas are there.
suspend fun Cluster.await(name: String, wanted: Int = 3): Outcome {
    repeat(ATTEMPTS) { attempt ->
        val ready = readyReplicas(name) ?: 0
        println("$name: $ready of ${wanted} ready\t(attempt ${attempt + 1})")
        if (ready >= wanted) return Outcome.Ready(ready)
        delay(2.seconds)
    }
    return Outcome.TimedOut
}

@Serializable
class Manifest(val name: String, val labels: Map<String, String>) {
    override fun toString() = """
        name: $name
        labels: ${labels.entries.joinToString { (key, value) -> "$key=$value" }}
    """.trimIndent()

    val initial: Char get() = name.firstOrNull() ?: '?'
}

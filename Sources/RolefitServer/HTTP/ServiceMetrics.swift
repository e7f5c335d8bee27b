#if Server
  import HTTPTypes
  import Synchronization

  /// Counts of what the service did, as Prometheus reads them (text format 0.0.4).
  final class ServiceMetrics: Sendable {
    /// Upper bounds of the buckets of durations, in milliseconds.
    static let bounds: [Double] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000]

    private struct Key: Hashable {
      let route: String
      let method: String
      let status: Int
    }

    private struct Series {
      var count = 0
      var milliseconds = 0.0
      var buckets = [Int](repeating: 0, count: ServiceMetrics.bounds.count)
    }

    private let series = Mutex<[Key: Series]>([:])

    func count(
      _ route: String, _ method: HTTPRequest.Method, _ status: HTTPResponse.Status, _ took: Duration
    ) {
      // A client may invent methods; each would be a series for ever.
      let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]
      let name = known.contains(method.rawValue) ? method.rawValue : "other"
      let milliseconds = took.milliseconds
      series.withLock {
        var found = $0[Key(route: route, method: name, status: status.code), default: Series()]
        found.count += 1
        found.milliseconds += milliseconds
        for (index, bound) in Self.bounds.enumerated() where milliseconds <= bound {
          found.buckets[index] += 1
        }
        $0[Key(route: route, method: name, status: status.code)] = found
      }
    }

    /// The text, in the order of routes, methods and statuses; `gauges` are further figures.
    func text(gauges: [(name: String, help: String, value: Double)]) -> String {
      let all = series.withLock { $0 }.sorted {
        ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
      }
      var lines = [
        "# HELP rolefit_request_duration_milliseconds How long requests took.",
        "# TYPE rolefit_request_duration_milliseconds histogram",
      ]
      for (key, series) in all {
        let labels = "route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\""
        let name = "rolefit_request_duration_milliseconds"
        for (bound, count) in zip(Self.bounds, series.buckets) {
          lines.append("\(name)_bucket{\(labels),le=\"\(bound)\"} \(count)")
        }
        lines.append("\(name)_bucket{\(labels),le=\"+Inf\"} \(series.count)")
        lines.append("\(name)_sum{\(labels)} \(series.milliseconds)")
        lines.append("\(name)_count{\(labels)} \(series.count)")
      }
      for gauge in gauges {
        lines.append("# HELP \(gauge.name) \(gauge.help)")
        lines.append("# TYPE \(gauge.name) gauge")
        lines.append("\(gauge.name) \(gauge.value)")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }
#endif

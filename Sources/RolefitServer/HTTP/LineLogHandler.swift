#if Server
  import Foundation
  import Logging

  /// Writes each event as a line of JSON to standard error.
  struct LineLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      var fields = metadata.mapValues(\.description)
      for (key, value) in event.metadata ?? [:] { fields[key] = value.description }
      fields["level"] = event.level.rawValue
      fields["event"] = event.message.description
      fields["time"] = Date.now.formatted(.iso8601)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard var line = try? encoder.encode(fields) else { return }
      line.append(0x0A)
      FileHandle.standardError.write(line)
    }
  }
#endif

#if Server
  import NIOCore
  import NIOHTTPTypes

  /// Closes connections whose requests do not come to an end: heads and bodies that trickle, and bodies
  /// that go on after they were refused.
  final class RequestLimits: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    struct Bounds: Sendable {
      /// From the connection's begin to the end of the first head.
      var head: TimeAmount
      /// From a head to the end of its body.
      var body: TimeAmount
      /// How many bytes of a body are read at all.
      var bytes: Int
    }

    private let bounds: Bounds
    private var bytes = 0
    private var deadline: Scheduled<Void>?

    init(_ bounds: Bounds) {
      self.bounds = bounds
    }

    func handlerAdded(context: ChannelHandlerContext) {
      if context.channel.isActive { schedule(bounds.head, context) }
    }

    func channelActive(context: ChannelHandlerContext) {
      schedule(bounds.head, context)
      context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
      deadline?.cancel()
      context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
      deadline?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head:
        bytes = 0
        schedule(bounds.body, context)
      case .body(let piece):
        bytes += piece.readableBytes
        if bytes > bounds.bytes { return context.close(promise: nil) }
      // From here on the time of the answer counts, and that of the client's silence after it.
      case .end: deadline?.cancel()
      }
      context.fireChannelRead(data)
    }

    private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext) {
      deadline?.cancel()
      let channel = context.channel
      deadline = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
  }
#endif

// Bolt acknowledges an event before anybody has heard it. Here Slack is told only once it is stored: until then it sends
// it again.
import { App, type ReceiverEvent } from '@slack/bolt'

/** Rejects when a listener of an event does: receivers then acknowledge nothing. */
export class LateApp extends App {
  override async processEvent(event: ReceiverEvent): Promise<void> {
    const isEvent = event.body.type === 'event_callback'
    await super.processEvent(isEvent ? { ...event, ack: () => Promise.resolve() } : event)
    if (isEvent) await event.ack()
  }
}

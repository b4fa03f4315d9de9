// Names of emojis that a Mattermost server knows; a few of its 4,000, enough for any state a bot may show.
export const emojis: ReadonlySet<string> = new Set(
  `+1 -1 thumbsup thumbsdown eyes wave ok_hand raised_hand clap pray heart tada sparkles star rocket bulb
  white_check_mark heavy_check_mark ballot_box_with_check x heavy_multiplication_x negative_squared_cross_mark
  warning no_entry no_entry_sign octagonal_sign rotating_light construction question exclamation
  grey_question grey_exclamation bangbang information_source sos ok new free recycle
  hourglass hourglass_flowing_sand watch alarm_clock stopwatch timer_clock bell no_bell zzz
  arrows_counterclockwise repeat fast_forward double_vertical_bar black_square_for_stop
  red_circle large_blue_circle large_green_circle large_yellow_circle large_orange_circle white_circle black_circle
  lock unlock key mag wrench gear checkered_flag triangular_flag_on_post pushpin paperclip link
  file_folder open_file_folder file_cabinet page_facing_up memo pencil clipboard bookmark books mailbox inbox_tray outbox_tray
  speech_balloon thought_balloon robot_face robot smile slightly_smiling_face thinking_face neutral_face confused`.split(
    /\s+/,
  ),
)

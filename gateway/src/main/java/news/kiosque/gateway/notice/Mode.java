package news.kiosque.gateway.notice;

/** How the law where the reader is wants the question put, as the notices' keys name it. */
enum Mode {
    /** Nothing happens before the reader agrees. */
    opt_in,
    /** It happens until the reader objects. */
    opt_out,
    /** Going on reading counts as agreeing. */
    implied
}

/** What readers are asked: its purposes, cookies and wording, version by version, and the fragment that pages show. */
@NullMarked
package news.kiosque.consent.notice;

import org.jspecify.annotations.NullMarked;

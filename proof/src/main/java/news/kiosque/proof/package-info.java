/** The ledger's records, seals and roots as anybody can check them, without the service that keeps them. */
@NullMarked
package news.kiosque.proof;

import org.jspecify.annotations.NullMarked;

package news.kiosque.articles.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;

/** Producers whose thread can be held where it is, as the whole process would be by SIGSTOP. */
final class StoppableProducers implements Supplier<Producer<String, byte[]>> {
    private final Supplier<Producer<String, byte[]>> producers;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile boolean armed;
    private volatile boolean failedAfterwards;

    StoppableProducers(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<String, byte[]> get() {
        Producer<String, byte[]> producer = producers.get();
        return (Producer<String, byte[]>) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[]{Producer.class}, (_, method, arguments) -> call(producer, method, arguments));
    }

    /** Holds it when it has read what waits, and before the first record of it leaves. */
    void stopBeforeTheNextCommit() {
        armed = true;
    }

    void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    void goOn() {
        goOn.countDown();
    }

    /** Whether Kafka took nothing of it after it went on. */
    boolean failedAfterwards() {
        return failedAfterwards;
    }

    private Object call(Producer<String, byte[]> producer, Method method, Object[] arguments) throws Throwable {
        boolean held = armed && method.getName().equals("send");
        if (held) {
            armed = false;
            stopped.countDown();
            goOn.await();
        }
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            failedAfterwards |= goOn.getCount() == 0 && method.getName().equals("commitTransaction");
            throw e.getCause();
        }
    }
}

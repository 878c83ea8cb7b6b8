namespace Orleans.Streams;

/// <summary>A named sequence of items: producers call it as an observer, consumers subscribe.</summary>
public interface IAsyncStream<T> : IAsyncObservable<T>, IAsyncObserver<T>
{
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}

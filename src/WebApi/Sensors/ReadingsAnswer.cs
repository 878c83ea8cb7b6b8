namespace Suyuan.Sensors;

/// <summary>What became of a call's readings: whatever is not refused is stored for good.</summary>
/// <param name="Stored">New ones.</param>
/// <param name="Repeated">Those that were there already.</param>
/// <param name="OutOfRange">How many of both lie outside the sensor's range, and are flagged.</param>
/// <param name="Refused">The others; sending them again will not help.</param>
internal sealed record ReadingsAnswer(int Stored, int Repeated, int OutOfRange, IReadOnlyList<RefusedReading> Refused);

/// <summary>A reading that is not kept, by its place in the call counted from zero, and why.</summary>
internal sealed record RefusedReading(int Index, string Code, string Title, string? Detail);

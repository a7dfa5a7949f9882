namespace Glidepath.Treatment.Facilities;

/// <summary>The directory that searches read now. A search that has begun goes on with the one it began with.</summary>
public sealed class LiveDirectory
{
    private DirectorySnapshot current = DirectorySnapshot.Empty;

    public DirectorySnapshot Current => Volatile.Read(ref current);

    public void Swap(DirectorySnapshot next) => Volatile.Write(ref current, next);
}

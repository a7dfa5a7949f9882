using System.Linq.Expressions;
using System.Reflection;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage;

/// <summary>Puts in place of the ways to ask the record what they do, since a ready query cannot call them.</summary>
internal sealed class AskedOfRecord(ParameterExpression given) : ExpressionVisitor
{
    private static readonly MethodInfo SetOf = typeof(AskedOfRecord).GetMethod(nameof(Set), BindingFlags.Static | BindingFlags.NonPublic)!;
    private static readonly MethodInfo NamedOf = typeof(AskedOfRecord).GetMethod(
        nameof(Named),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    private readonly List<Action<GlidepathDbContext, object?>> _before = [];

    /// <summary>Checks and notes what the query asks of the record.</summary>
    /// <param name="asked">What the query is given, and names its patients by.</param>
    public void Require(GlidepathDbContext db, object? asked)
    {
        foreach (var before in _before)
            before(db, asked);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(RecordQueries))
            return base.VisitMethodCall(node);
        var record = node.Method.GetGenericArguments()[0];
        var db = Visit(node.Arguments[0]);
        switch (node.Method.Name)
        {
            case nameof(RecordQueries.Deciding):
                _before.Add(
                    (context, _) =>
                    {
                        if (context.Scope is null)
                            throw new UnauditedAccessException(record.Name);
                    }
                );
                return (Expression)SetOf.MakeGenericMethod(record).Invoke(null, [db])!;
            case nameof(RecordQueries.Of) when Bare(node.Arguments[1]) == given:
                RecordQueries.RequireOneKind(record);
                var name = StoredAsAttribute.NameOf(record);
                _before.Add(
                    (context, ids) =>
                    {
                        var scope = context.Scope ?? throw new UnauditedAccessException(record.Name);
                        foreach (var id in ids is Guid one ? [one] : (IEnumerable<Guid>)ids!)
                            scope.Load(id, record, name);
                    }
                );
                return (Expression)NamedOf.MakeGenericMethod(record).Invoke(null, [db, given])!;
            default:
                throw new NotSupportedException($"A ready query names its patients by what it is given: {node}");
        }
    }

    private static Expression Bare(Expression of) => of is UnaryExpression { NodeType: ExpressionType.Convert } cast ? cast.Operand : of;

    private static Expression Set<T>(Expression db)
        where T : class, IPatientRecord
    {
        Expression<Func<GlidepathDbContext, IQueryable<T>>> set = context => context.Set<T>().TagWith(RecordQueries.Decides);
        return new Instead(set.Parameters[0], db).Visit(set.Body);
    }

    private static Expression Named<T>(Expression db, ParameterExpression given)
        where T : class, IPatientRecord
    {
        // Of a person the id is the patient's.
        var id = typeof(T) == typeof(Patient) ? nameof(Patient.Id) : nameof(IPatientRecord.PatientId);
        if (given.Type == typeof(Guid))
        {
            Expression<Func<GlidepathDbContext, Guid, IQueryable<T>>> one = (context, patientId) =>
                context.Set<T>().AsNoTracking().TagWith(RecordQueries.Names).Where(r => EF.Property<Guid>(r, id) == patientId);
            return new Instead(one.Parameters[1], given).Visit(new Instead(one.Parameters[0], db).Visit(one.Body));
        }
        Expression<Func<GlidepathDbContext, List<Guid>, IQueryable<T>>> many = (context, patientIds) =>
            context.Set<T>().AsNoTracking().TagWith(RecordQueries.Names).Where(r => patientIds.Contains(EF.Property<Guid>(r, id)));
        return new Instead(many.Parameters[1], given).Visit(new Instead(many.Parameters[0], db).Visit(many.Body));
    }
}

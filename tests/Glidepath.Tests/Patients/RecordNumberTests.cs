using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Patients;

public sealed class RecordNumberTests
{
    private static readonly Guid Id = new("019ab4f0-7c11-7d2e-8a01-3cf2a0076990");

    [Fact]
    public void A_record_is_called_by_the_last_ten_signs_of_its_id_in_two_groups() => Assert.Equal("F2A00-76990", RecordNumber.Of(Id));

    [Theory]
    [InlineData("F2A00-76990"), InlineData("f2a0076990"), InlineData(" F2A00 76990 "), InlineData("f2aoo-7699o")]
    public void It_is_read_as_people_write_it(string written) => Assert.Equal(RecordNumber.Signs(Id), RecordNumber.Read(written));

    [Theory]
    [
        InlineData(""),
        InlineData("076990"),
        InlineData("F2A00-7699"),
        InlineData("F2A00-769900"),
        InlineData("F2A00-7699Z"),
        InlineData("019ab4f0-7c11-7d2e-8a01-3cf2a0076990")
    ]
    public void Anything_else_is_no_number(string written) => Assert.Null(RecordNumber.Read(written));
}
